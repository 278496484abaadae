import type { LessonText } from './lesson.ts'

export const minimumNecessaryEn: LessonText = {
  title: 'Give AI only what the task needs',
  body: `Even in an approved tool, give AI only the patient information that the task needs. The law calls this the **minimum necessary**. The tool may be the right one and the prompt still too big.

## Why it matters

What you do not send cannot leak. And a short prompt often gets the better answer: give AI eleven years of notes, and an old medicine may turn up in today’s letter.

> A biller has to tell an insurer why a patient needs a second MRI. She opens the approved tool and pastes the whole chart, with the notes about his depression and his divorce. The letter that comes back is six lines long. It needed four facts: knee pain for four months, a first MRI that was unclear, therapy that did not help, and what the doctor hopes to see.

## “But it is for treatment”

You may have heard that the minimum necessary does not count for treatment. That is true when we share with another provider who treats the patient. An AI tool is not a provider. What we give it must be limited, for clinical work too.

## How to make a prompt smaller

1. **Start with the task.** Say in one sentence what you want.
2. **Ask what the tool must know for that.** Copy only this part.
3. **Never paste the whole chart.** That needs a reason that the privacy officer has approved.
4. **Leave out the name, birth date and numbers** if the text works without them. Put them in afterward. The rest can still be patient information, so stay in the approved tool.
5. **Use our templates** where we have them, without extras.

Look at the difference:

- Too much: “Here is the chart. Write to the insurer.”
- Enough: “Write six lines to an insurer. Knee pain for four months, first MRI unclear, therapy did not help. Ask for a second MRI.”

## Your job sets your limit

AI search can find things in seconds that your job never needed. That it can show you something does not mean you may look. Ask it only for what you would open yourself for this task.

Is a task bigger than your usual ones? Ask the privacy officer before you paste.`,
  questions: [
    {
      key: 'appeal',
      ask: 'An insurer denied three physical therapy visits. You write the appeal with our approved tool. What do you paste?',
      options: [
        {
          key: 'a',
          text: 'The reason for the denial and the notes of those three visits.',
          right: true,
          why: 'That is what the appeal is about, and the letter needs nothing else.',
        },
        {
          key: 'b',
          text: 'The whole chart, so that the tool misses nothing important.',
          right: false,
          why: 'Most of the chart has nothing to do with these visits, and the tool may mix it in.',
        },
        {
          key: 'c',
          text: 'All notes of the last two years, with the name taken out.',
          right: false,
          why: 'Without the name it is still two years of private notes for a letter about three visits.',
        },
      ],
    },
    {
      key: 'handout',
      ask: 'A patient wants simple directions for the days after a mole was removed. The nurse asks you to get a draft from our approved tool. What do you give it?',
      options: [
        {
          key: 'a',
          text: 'The visit note, so that the directions fit this patient.',
          right: false,
          why: 'General directions do not need her note; the nurse adds what is special about her.',
        },
        {
          key: 'b',
          text: 'The visit note, with her name and birth date removed.',
          right: false,
          why: 'Smaller is better, but the draft needs no part of her note.',
        },
        {
          key: 'c',
          text: 'Just the kind of procedure; the nurse then checks the draft.',
          right: true,
          why: 'The task is general, so it works without any patient information at all.',
        },
      ],
    },
    {
      key: 'kidney-values',
      ask: 'A doctor wants our approved tool to sum up how a patient’s kidney values have changed. “It’s treatment, so I can give it the full record.” What is true?',
      options: [
        {
          key: 'a',
          text: 'He is right. For treatment there is no limit to what we share.',
          right: false,
          why: 'That holds for sharing with a provider who treats the patient, and a tool is not one.',
        },
        {
          key: 'b',
          text: 'He should give it the kidney values and the notes about them.',
          right: true,
          why: 'The tool can do the task with these, and the rest of the record stays put.',
        },
        {
          key: 'c',
          text: 'He is right, because the tool is on our approved list.',
          right: false,
          why: 'The list says where information may go, not that all of it should go there.',
        },
      ],
    },
    {
      key: 'more-than-asked',
      ask: 'A patient asks at the desk if her referral was sent. The AI search in our records program offers: “Sum up her full history?” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Say yes. A fuller picture helps me to serve her better.',
          right: false,
          why: 'Her history has nothing to do with her question, and your task does not need it.',
        },
        {
          key: 'b',
          text: 'Say yes, read only the part on referrals, and close it.',
          right: false,
          why: 'The summary opens her whole history, however quickly you close it.',
        },
        {
          key: 'c',
          text: 'Say no, and ask only if the referral went out and when.',
          right: true,
          why: 'It answers her question and opens nothing that you do not need.',
        },
      ],
    },
    {
      key: 'template',
      ask: 'Our template for recall letters asks for a first name, the kind of visit and the month. A coworker adds diagnoses, “so the letters sound warmer.” What do you think?',
      options: [
        {
          key: 'a',
          text: 'Keep to the template, and suggest the change to the privacy officer.',
          right: true,
          why: 'Somebody weighed what these letters need; a change deserves the same care.',
        },
        {
          key: 'b',
          text: 'It is fine, because the tool is approved for patient information.',
          right: false,
          why: 'An approved tool still gets only what the task needs, and a recall needs no diagnosis.',
        },
        {
          key: 'c',
          text: 'It is fine, if somebody reads each letter before it goes out.',
          right: false,
          why: 'Reading the letter does not take back what the tool was given.',
        },
      ],
    },
  ],
}
