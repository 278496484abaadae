import type { LessonText } from './lesson.ts'

export const checkingOutputEn: LessonText = {
  title: 'Check what AI wrote before you use it',
  body: `AI writes fast and sounds sure of itself. It sounds just as sure when it is wrong. Once you act on a summary, send a message or bill a code, it is no longer a draft. **The last look is always a person’s.**

> A hospital letter of eleven pages arrives. The AI makes six neat lines of it. Dana, a medical assistant, is about to file them, but opens the letter first. Surgery on the right hip; the summary says left. “Do not take ibuprofen”; the summary says to take it. Blood thinner 2.5 mg; the summary says 25. And the wound check on Friday is missing. Four errors, and it read so well.

## Five mistakes to hunt for

- **Made up:** a medicine, a test or a sentence that is nowhere in the source.
- **Left out:** an allergy, a fall, a follow-up, a worry.
- **Wrong side:** left for right, or the wrong tooth, eye or patch of skin.
- **A lost “no”:** “denies fever” becomes “fever”, or the other way round.
- **Wrong number:** dose, date, unit or weight.

## Look at the source, not at the screen

When a tool is right nine times, we stop looking the tenth time. This happens to careful people too, above all at five o’clock. So lean on something outside the tool:

1. Before you read a draft, name the two or three things that matter most for this patient.
2. Compare it with the letter, the chart or the patient. Asking the same tool “are you sure?” is not a check.
3. Read numbers, sides, allergies and every “no” one by one.
4. For a code or a suggestion, find the line in the record that supports it. No line, no code.

## When something is wrong

If a wrong dose or order may have reached the patient, the patient comes first: tell the clinician now, write later. Then the record is corrected with a date, never changed silently.

You may disagree with a tool; that is what you are there for. Write in a sentence what you did and why. And tell your manager about errors, small ones too. The next patient’s summary may have the same one.`,
  questions: [
    {
      key: 'last-three',
      ask: 'It is 5:40 p.m. Six AI drafts wait for your review. The first three were perfect. What do you do with the other three?',
      options: [
        {
          key: 'a',
          text: 'Skim them for odd words. The tool is clearly doing well today.',
          right: false,
          why: 'A wrong side or dose does not look odd, and good drafts in a row are what makes us stop looking.',
        },
        {
          key: 'b',
          text: 'Check each one against the chart, just like the first three.',
          right: true,
          why: 'Three good drafts say nothing about the fourth.',
        },
        {
          key: 'c',
          text: 'Approve them now and read them again tomorrow, well rested.',
          right: false,
          why: 'Others may act on them tonight, so the check comes before the approval.',
        },
      ],
    },
    {
      key: 'no-allergies',
      ask: 'The AI summary says “no known allergies”. While you take her blood pressure, the patient mentions a rash from amoxicillin years ago. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Record what she said, and tell the clinician that the summary is wrong.',
          right: true,
          why: 'The patient is a better source than a summary, and the clinician may prescribe today.',
        },
        {
          key: 'b',
          text: 'Go with the summary, because it was made from her whole chart.',
          right: false,
          why: 'Summaries leave things out, and the chart may never have had it.',
        },
        {
          key: 'c',
          text: 'Have the tool read the chart again, and use its second answer.',
          right: false,
          why: 'The same tool is not an independent check, and she has just told you.',
        },
      ],
    },
    {
      key: 'higher-code',
      ask: 'The AI suggests a higher visit code. You find nothing in the note that supports it. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Take the code. The tool has seen thousands of notes like this one.',
          right: false,
          why: 'A code rests on this note, not on other notes.',
        },
        {
          key: 'b',
          text: 'Ask the clinician to add a line, so that note and code agree.',
          right: false,
          why: 'A note says what happened; it is not rewritten to fit a code.',
        },
        {
          key: 'c',
          text: 'Bill the code that the note supports, and write down why.',
          right: true,
          why: 'You can show the line behind your code, and your reason for not taking the other.',
        },
      ],
    },
    {
      key: 'refill-went-out',
      ask: 'An AI summary filed yesterday says 25 mg. The letter says 2.5. A refill went out this morning. What do you do first?',
      options: [
        {
          key: 'a',
          text: 'Put the number right in the chart, then raise it at the huddle.',
          right: false,
          why: 'By the huddle the patient may have taken the wrong dose.',
        },
        {
          key: 'b',
          text: 'Tell the clinician now, so that the patient is called at once.',
          right: true,
          why: 'The patient comes first; the dated correction follows.',
        },
        {
          key: 'c',
          text: 'Write to the vendor, since other patients may be affected too.',
          right: false,
          why: 'That should happen today as well, but it does not reach this patient.',
        },
      ],
    },
    {
      key: 'routine-call',
      ask: 'The triage tool marks a call as routine. You hear the caller gasp between words. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Get a clinician on the call, and note why you did.',
          right: true,
          why: 'You hear what the tool cannot weigh, and your sentence helps to fix it.',
        },
        {
          key: 'b',
          text: 'Follow the tool, and add to the message that you were worried.',
          right: false,
          why: 'A worried note in a routine queue is read too late.',
        },
        {
          key: 'c',
          text: 'Type in more detail until the tool changes its mind.',
          right: false,
          why: 'It costs minutes, and you do not need the tool’s leave to act.',
        },
      ],
    },
  ],
}
