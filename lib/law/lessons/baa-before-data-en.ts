import type { LessonText } from './lesson.ts'

export const baaBeforeDataEn: LessonText = {
  title: 'Agreement first, patient data second',
  body: `A vendor that handles patient information for us is our **business associate**. It must sign a **business associate agreement (BAA)** before it gets any. No BAA, no data: not for a trial, not for a demo, not for one day.

## Which vendors need one

Any outside company that creates, receives, keeps or sends patient information to do something for us. It counts even if nobody there ever looks at it. Most AI tools that touch patient information fall under this.

## What the BAA has to say

The law asks for fifteen points. In plain words, the vendor:

- uses the data only for what the agreement allows
- protects it, and follows the Security Rule
- tells us of misuse, breaches and security incidents
- binds its own subcontractors to the same terms
- helps when patients ask to see or correct their records, or ask who got them
- follows our rules where it does our duties, and opens its books to the government
- returns or destroys the data at the end; and we may end it early if an important term is broken

No law lists these, but with AI ask for them too: no training on our patients’ data, how long prompts and recordings are kept, who hosts the model, and word before that changes.

## Words that are not a BAA

> “We’re HIPAA compliant,” says the sales rep, and shows a badge on her slide. “Start the free trial today. Paperwork comes later.” The practice manager asks: “Will you sign a BAA for the plan we would be on?” A pause. “That’s only for our enterprise plan.”

A badge is the vendor’s own word. It binds nobody. Many brands sign for one plan and not for the cheap one with the same logo.

## What to do

1. **Ask first:** “Will you sign a BAA for exactly this product and this plan?”
2. **Have the fifteen points checked** and the signed BAA filed. Then open the gate.
3. **Test with invented patients** until then.
4. **Look again when something changes:** a new plan, a new feature, a new subcontractor, a new model.
5. **Data already out without a BAA?** Stop, and tell the privacy officer right away. Signing later does not undo it.`,
  questions: [
    {
      key: 'badge',
      ask: 'A vendor’s tool would read our patient messages. Its site says “HIPAA compliant,” and the rep says that makes a BAA unnecessary. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Thank the rep and give the tool no patient data without a BAA.',
          right: true,
          why: 'Only a signed agreement binds the vendor to protect our patients’ information.',
        },
        {
          key: 'b',
          text: 'Ask for the vendor’s security report, read it, and then start.',
          right: false,
          why: 'A good report is worth reading, but it does not bind the vendor to us.',
        },
        {
          key: 'c',
          text: 'Keep a copy of the web page as proof of the promise, and start.',
          right: false,
          why: 'A line on a web page is advertising and can be gone tomorrow.',
        },
      ],
    },
    {
      key: 'trial-week',
      ask: 'A clinician wants to try an AI scribe for a week with three patients who have agreed to it. The BAA is not signed yet. What do you say?',
      options: [
        {
          key: 'a',
          text: 'Go ahead, since all three patients said that they agree.',
          right: false,
          why: 'Their yes to a recording does not bind the vendor to protect it for us.',
        },
        {
          key: 'b',
          text: 'Go ahead, if the vendor deletes the recordings after the week.',
          right: false,
          why: 'For that week the vendor would have patient data and no duty to us.',
        },
        {
          key: 'c',
          text: 'Act out the visits with invented patients until the BAA is signed.',
          right: true,
          why: 'You learn how good the scribe is, and no patient’s information leaves.',
        },
      ],
    },
    {
      key: 'same-brand',
      ask: 'We have a BAA for a chatbot’s business plan. Two coworkers use the personal plan of the same brand for patient letters. What now?',
      options: [
        {
          key: 'a',
          text: 'Nothing. The BAA is with the company, so it covers both plans.',
          right: false,
          why: 'The BAA covers the plan that it names, and personal plans are usually left out.',
        },
        {
          key: 'b',
          text: 'Have them stop, tell the privacy officer, and move them over.',
          right: true,
          why: 'The letters went to a plan without a BAA; that has to be looked at, and must end.',
        },
        {
          key: 'c',
          text: 'Have them turn off training on their chats in the settings.',
          right: false,
          why: 'A setting helps, but there is still no agreement for what they send.',
        },
      ],
    },
    {
      key: 'improve-models',
      ask: 'The BAA has all fifteen points. The vendor’s terms of use add: “Customer content may be used to improve our models.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Sign. The BAA is the stronger paper, so the terms do not matter.',
          right: false,
          why: 'When two papers disagree, you may find out too late which one counts.',
        },
        {
          key: 'b',
          text: 'Have it ruled out in writing for our patients’ data before we sign.',
          right: true,
          why: 'Clear words before signing are easy; getting data out of a model is not.',
        },
        {
          key: 'c',
          text: 'Sign, and ask staff to type as little as possible into the tool.',
          right: false,
          why: 'Typing less is good, but what is typed could still train the model.',
        },
      ],
    },
    {
      key: 'a-month-late',
      ask: 'You find that a transcription vendor has had our recordings for a month without a BAA. The vendor offers to sign today. What is right?',
      options: [
        {
          key: 'a',
          text: 'Sign today with last month’s date, so that the whole time is covered.',
          right: false,
          why: 'A false date makes it worse: the month happened without an agreement.',
        },
        {
          key: 'b',
          text: 'Sign today and go on. With the BAA the matter is settled.',
          right: false,
          why: 'The BAA protects what comes after; last month still has to be looked at.',
        },
        {
          key: 'c',
          text: 'Stop the recordings and tell the privacy officer before anything else.',
          right: true,
          why: 'A BAA counts from when it is signed, and the past month may be a breach.',
        },
      ],
    },
  ],
}
