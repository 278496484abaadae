import type { LessonText } from './lesson.ts'

export const fairCareEn: LessonText = {
  title: 'Fair care when AI helps to decide',
  body: `AI learns from the past, and the past was not fair to everybody. A tool can be right for most patients and wrong for the same few again and again. You meet those patients. The tool does not.

> An AI score sorts the portal messages every morning. At the huddle Keisha, a nurse, says: “That’s the third time. Patients who write in Haitian Creole end up at the bottom, and when I call, they are sicker than the ones on top.” In the totals nobody had seen it; the totals looked fine. From that day a nurse reads those messages first, and the vendor has to explain.

## How unfairness gets in

- **It measures the wrong thing.** A well-known study from 2019 looked at a program that used past cost to guess who needed extra help. Less had been spent on Black patients, so they had to be sicker to get the same score.
- **People are missing.** If few patients like yours were in the data, the tool is guessing: darker skin, older people, rare conditions.
- **Words get lost.** Accents, speech after a stroke, other languages.
- **Stand-ins.** A ZIP code or the kind of insurance can stand in for race, even if race was taken out.

## What we owe our patients

Most practices that bill Medicare or Medicaid come under a federal rule: tools that support care decisions must not discriminate by race, color, national origin, sex, age or disability. We have to make reasonable efforts to find the tools that use such facts and to lower the risk. That begins with what you notice.

## What you can do

1. **Look at the patient before the score.** If they disagree, act on what the patient needs, and note why.
2. **Say it early.** Tell your manager which tool, which patients and what happened. Two examples are enough to start looking. You do not need proof.
3. **Do not trick the tool.** Typing in symptoms that are not there makes a record that is not true.
4. **Have important translations checked.** Consent, medicines, aftercare: a qualified human translator reviews what a machine translated.
5. **Ask vendors for results by group**, not only for the total.`,
  questions: [
    {
      key: 'score-says-low',
      ask: 'The AI risk score says “low”. The patient in front of you speaks little English, looks gray and is confused. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Go by the score. It weighs more facts than you can see.',
          right: false,
          why: 'It cannot see her, and it may have missed what she could not say.',
        },
        {
          key: 'b',
          text: 'Add symptoms to the form until the score fits what you see.',
          right: false,
          why: 'The record would be untrue, and the tool’s fault would stay hidden.',
        },
        {
          key: 'c',
          text: 'Act on what you see, and note why you set the score aside.',
          right: true,
          why: 'She gets care now, and your note shows where the tool failed.',
        },
      ],
    },
    {
      key: 'aftercare-in-vietnamese',
      ask: 'Laser treatment is over. The patient reads only Vietnamese. AI has translated the aftercare sheet in seconds. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Have a qualified translator review it before she relies on it.',
          right: true,
          why: 'A wrong line about the wound could harm her, and nobody here would notice.',
        },
        {
          key: 'b',
          text: 'Give it to her, and ask her to call if anything is unclear.',
          right: false,
          why: 'A wrong sentence can be perfectly clear.',
        },
        {
          key: 'c',
          text: 'Let the tool translate it back into English, and compare.',
          right: false,
          why: 'The same tool can undo its own mistake on the way back and hide it.',
        },
      ],
    },
    {
      key: 'good-on-average',
      ask: 'The vendor reports that its tool is right 94 times in 100. One of your nurses says that it fails her older patients. You are the manager. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Show her the report. With 94 in 100 there is little room for doubt.',
          right: false,
          why: 'A good average can hide a group for which it is often wrong.',
        },
        {
          key: 'b',
          text: 'Look at her cases, and ask the vendor for results by age group.',
          right: true,
          why: 'Her cases say where to look, and the figures by age can show whether it is so.',
        },
        {
          key: 'c',
          text: 'Ask her to collect fifty cases first, so that it is not just a feeling.',
          right: false,
          why: 'Her patients would wait for months; a few cases are reason enough to look.',
        },
      ],
    },
    {
      key: 'race-was-removed',
      ask: 'A vendor tells you: “Our tool can’t be unfair. We took race out of the data.” You want to buy it. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Ask which other data could stand in for race, and what they found.',
          right: true,
          why: 'The vendor should have looked for such stand-ins and can show you what it found.',
        },
        {
          key: 'b',
          text: 'Have that sentence put into the contract, and go ahead.',
          right: false,
          why: 'A promise in a contract does not show how the tool does for our patients.',
        },
        {
          key: 'c',
          text: 'Go ahead. It cannot treat people differently by what it does not know.',
          right: false,
          why: 'It may know their ZIP code or insurance, which can say much the same.',
        },
      ],
    },
    {
      key: 'hard-to-understand',
      ask: 'Since his stroke, Mr. Boyd speaks slowly and unclearly. The AI scribe gets half of it wrong at every visit. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Ask him to speak more clearly, for the sake of his record.',
          right: false,
          why: 'He cannot, and he should not have to change to fit a tool.',
        },
        {
          key: 'b',
          text: 'Take his notes by hand for now, and report the pattern.',
          right: true,
          why: 'His record is right today, and others like him are found.',
        },
        {
          key: 'c',
          text: 'Leave it on, and correct the worst mistakes after the visit.',
          right: false,
          why: 'Small ones stay in, and nobody learns that it fails him.',
        },
      ],
    },
  ],
}
