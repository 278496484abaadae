import type { AiRmfFunction } from './ai-rmf-part.ts'

/** MANAGE: 4 categories, 13 subcategories. */
export const manage: AiRmfFunction = {
  id: 'MANAGE',
  title: 'Manage',
  says: 'The practice decides what to do about the risks it found, does it, and is ready to stop a tool.',
  categories: [
    {
      id: 'MANAGE 1',
      title: 'Decide and act',
      says: 'Findings lead to decisions: go or no-go, what comes first, what is accepted.',
    },
    {
      id: 'MANAGE 2',
      title: 'Keep the good, stop the harm',
      says: 'Tools are kept useful, and there is a way to cope with surprises and to switch off.',
    },
    {
      id: 'MANAGE 3',
      title: 'Vendors over time',
      says: 'Vendors and the models inside their products are watched for as long as they are used.',
    },
    {
      id: 'MANAGE 4',
      title: 'Respond, recover, tell',
      says: 'Plans for watching, improving and dealing with incidents exist on paper and are used.',
    },
  ],
  subcategories: [
    {
      id: 'MANAGE 1.1',
      title: 'Go or no-go',
      says: 'Decide on the evidence whether the tool does its job and may be used, or go on being used.',
      good: 'A dated decision by a named person: approved, approved with conditions, or refused, with the findings it rests on.',
      asks: 'Is there a dated decision that this AI system may be used, based on how it performed?',
    },
    {
      id: 'MANAGE 1.2',
      title: 'Worst first',
      says: 'Deal first with what could hurt most or is most likely to happen, within the time and money you have.',
      good: 'The register is sorted by severity and likelihood, and work on the top entries started before the small ones.',
      asks: 'Are the risks of this AI system put in order, and is the worst one being worked on first?',
    },
    {
      id: 'MANAGE 1.3',
      title: 'A plan for each big risk',
      says: 'For every high risk choose one: lower it, shift it to someone else, avoid it or accept it. Write the plan down.',
      good: 'Each high risk has a choice, an owner and a date. An acceptance carries the signature of the practice’s owner and the reason.',
      asks: 'Does every high risk of this AI system have a written plan with an owner and a date?',
    },
    {
      id: 'MANAGE 1.4',
      title: 'What remains',
      says: 'Write down the risk that is left after your safeguards and tell those who use the tool.',
      good: 'The sheet for users says plainly what can still go wrong, for instance that a scribe may drop the word “no”.',
      asks: 'Is the risk that remains with this AI system written down and known to its users?',
    },
    {
      id: 'MANAGE 2.1',
      title: 'Is AI the best way',
      says: 'Count the people, time and money needed to run the tool safely, and consider doing the work without AI.',
      good: 'The request compares the tool with a plain alternative, such as a template, a human scribe or another phone line.',
      asks: 'Was a way without AI considered, and is there enough time and money to run this AI system safely?',
    },
    {
      id: 'MANAGE 2.2',
      title: 'Keep it worth having',
      says: 'Look after the tool: updates, settings, training of new staff, and a look at whether it still helps.',
      good: 'Someone owns templates and settings, reads release notes, trains new users and reports use and benefit once a year.',
      asks: 'Does someone look after this AI system so that it stays useful and safe?',
    },
    {
      id: 'MANAGE 2.3',
      title: 'Cope with surprises',
      says: 'When a risk appears that nobody foresaw, follow set steps to contain it and get back to normal.',
      good: 'The runbook tells who decides within the hour, how to pause the tool, how to find affected charts and when to start again.',
      asks: 'Are there written steps for handling an unforeseen problem with this AI system?',
    },
    {
      id: 'MANAGE 2.4',
      title: 'Switch it off',
      says: 'Be able to override, pause or turn off a tool that misbehaves, and know who may do it.',
      good: 'Named people can switch it off at any hour, know how, and have tried it. It is written down what calls for it.',
      asks: 'Can a named person switch this AI system off at once, and has that been tried?',
    },
    {
      id: 'MANAGE 3.1',
      title: 'Watch the vendors',
      says: 'Keep watching the companies behind your AI: changes, incidents, subcontractors, money trouble. Keep your safeguards current.',
      good: 'A yearly vendor review, alerts about their incidents, and a note of each change with what was done about it.',
      asks: 'Was this AI system’s vendor reviewed in the last year, with the findings acted on?',
    },
    {
      id: 'MANAGE 3.2',
      title: 'Watch the model inside',
      says: 'Most products build on a large model from another company. Know which one, and notice when it changes.',
      good: 'The contract asks for notice of model changes. After each, a few standard cases are run again and the result is kept.',
      asks: 'Do you know which model this AI system is built on, and are you told when it changes?',
    },
    {
      id: 'MANAGE 4.1',
      title: 'Carry out the watching',
      says: 'Do what you planned for the time after the start: hear users and patients, handle appeals, incidents and changes, retire the tool in order.',
      good: 'One plan per tool with its dates kept. Overrides, complaints, incidents and updates are all in its record.',
      asks: 'Is there a plan for watching this AI system in use, and are its checks done on time?',
    },
    {
      id: 'MANAGE 4.2',
      title: 'Keep improving',
      says: 'Use what you learn to make the tool and the work around it better, together with those concerned.',
      good: 'Each review ends with one or two changes whose effect can be checked. Users and the vendor were asked.',
      asks: 'Did the last review of this AI system lead to improvements whose effect was checked?',
    },
    {
      id: 'MANAGE 4.3',
      title: 'Tell people and follow through',
      says: 'Tell those affected about incidents and errors, and record each one from report to repair. Near misses count too.',
      good: 'Each incident shows what happened, who was told and when, what was fixed and whether a breach notice was needed.',
      asks: 'Are incidents with this AI system recorded, followed to the end and told to those affected?',
    },
  ],
}
