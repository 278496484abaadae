import type { LessonText } from './lesson.ts'

export const speakUpFastEn: LessonText = {
  title: 'Something went wrong? Speak up fast',
  body: `Sooner or later everybody sends something to the wrong place. What happens next matters more than the slip. In the first hour we can often still get it back. Later we can only explain.

> Luis at the front desk lets the AI tool write a visit summary for Maria Gomez, picks the address and presses send. Ten seconds later he sees it: that was the other Maria Gomez. His stomach drops. He could delete the sent message and hope. Instead he calls the privacy officer. By noon the other Ms. Gomez has told us that she deleted it unread, and the facts are written down.

## What to report

You do not have to be sure. “This feels wrong” is enough.

- Patient information that reached the wrong person, or an AI tool that is not on our list
- An AI note or message with somebody else’s details in it
- A lost phone or laptop, a strange sign-in, a click that you regret
- AI output that hurt a patient, or nearly did

## How

1. **Tell the privacy officer or your manager within the hour.** That is our goal for every report. If nobody answers, try the next person.
2. **Keep everything.** Do not delete the chat, the message or the note. Write down the time.
3. **Say four things:** what information it was, who got it, whether they looked at it, and what has been done since.
4. **Leave the verdict to the privacy officer.** Whether it is a breach is decided with those four facts, in writing.

## Why the hurry

Patients must be told of a breach without unreasonable delay, and at the latest 60 days after it is discovered. Some states give less time; your privacy officer knows. And the clock does not wait for the privacy officer. It can start on the day that anyone on the team knew, or should have known. A week that you keep it to yourself is taken from the patients.

## You are safe when you speak up

Nobody may threaten or punish you for reporting, even if it turns out to be nothing. Tell us if someone does. Breaking privacy rules does have consequences here. Speaking up early never makes things worse. Hiding them does.`,
  questions: [
    {
      key: 'two-patients-one-draft',
      ask: 'The AI draft for Mr. Chen has two lines about another patient’s surgery. Nobody has signed it yet. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Take out the two lines and go on. Nothing has left the practice.',
          right: false,
          why: 'The tool has mixed up two patients, and it may be doing so elsewhere.',
        },
        {
          key: 'b',
          text: 'Keep the draft as it is, and report it within the hour.',
          right: true,
          why: 'The draft shows what happened, and someone can look for more like it.',
        },
        {
          key: 'c',
          text: 'Post a screenshot in the team chat, so that all watch out for it.',
          right: false,
          why: 'That spreads the other patient’s details to people who do not need them.',
        },
      ],
    },
    {
      key: 'keep-it-quiet',
      ask: 'In the break room a coworker admits that she pasted a patient letter into a free chatbot last week. “Please don’t tell anyone.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Keep quiet, and make her promise that it will not happen again.',
          right: false,
          why: 'Now you know as well, and the patient loses more time.',
        },
        {
          key: 'b',
          text: 'Help her to delete the chat today, and leave it at that.',
          right: false,
          why: 'Deleting does not take it back, and it removes what we need to look into it.',
        },
        {
          key: 'c',
          text: 'Go with her to the privacy officer today, or report it.',
          right: true,
          why: 'It is kind to her and fair to the patient, and the clock may be running already.',
        },
      ],
    },
    {
      key: 'friday-fax',
      ask: 'Friday, 4:45 p.m. You faxed a summary to a wrong number. Your manager has left. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Call the privacy officer now, and keep the fax confirmation.',
          right: true,
          why: 'Today we may still reach whoever got it, and the slip shows where it went.',
        },
        {
          key: 'b',
          text: 'Write it all down now, and report it first thing on Monday.',
          right: false,
          why: 'Two days are lost while a stranger has the page.',
        },
        {
          key: 'c',
          text: 'Call that number, ask them to shred it, and close the matter.',
          right: false,
          why: 'The privacy officer has to know, and decides what else must be done.',
        },
      ],
    },
    {
      key: 'missing-tablet',
      ask: 'The tablet with the AI scribe is not in its place. It is probably in another room. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Search after your shift, and report it if it stays lost.',
          right: false,
          why: 'If it was taken, those are the hours in which it could have been locked.',
        },
        {
          key: 'b',
          text: 'Change your own password now, so that nobody else can get in.',
          right: false,
          why: 'The tablet may still be signed in, and only a report gets it locked.',
        },
        {
          key: 'c',
          text: 'Report it now, keep looking, and tell them if it turns up.',
          right: true,
          why: 'Locking it takes a minute, and a false alarm costs nothing.',
        },
      ],
    },
    {
      key: 'only-a-first-name',
      ask: 'A new coworker tells you that an AI reminder with a first name and a time went to the wrong person. “Is that even a breach?” What do you answer?',
      options: [
        {
          key: 'a',
          text: '“No. A first name and a time are not health information.”',
          right: false,
          why: 'That someone has an appointment here is patient information too.',
        },
        {
          key: 'b',
          text: '“Thanks for telling me. Let’s report it, and they will decide.”',
          right: true,
          why: 'She learns that speaking up is welcome, and the right person decides.',
        },
        {
          key: 'c',
          text: '“Ask the person to delete it first, then we will see.”',
          right: false,
          why: 'Asking may well be right, but the report comes first and does not depend on it.',
        },
      ],
    },
  ],
}
