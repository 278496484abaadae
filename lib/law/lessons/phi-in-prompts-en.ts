import type { LessonText } from './lesson.ts'

export const phiInPromptsEn: LessonText = {
  title: 'Patient information in a prompt',
  body: `A prompt is whatever you give an AI tool: typed words, a file, a photo, your voice. If there is **protected health information (PHI)** in it, it may go only into a tool that our list approves for PHI. So first you have to spot it.

## What makes it PHI

Two things together: it is about somebody’s health, care or payment, and it points to that person. It does not have to sound private. “Has a visit on Tuesday” is enough when we know whose visit.

The law lists 18 kinds of details that point to a person. You meet these most:

- names, addresses, phone numbers, e-mail addresses
- dates of birth, of visits, of surgery; ages over 89
- record, insurance and account numbers
- faces in photos, voices in recordings
- anything else that fits only one person

## No name is not enough

> A nurse at a med spa wants help with a kind reply. She types: “Patient, the only beekeeper in town, had swelling after filler on June 3.” No name, no number. The receptionist walks by, glances at the screen and says: “Oh, I know her.”

If somebody in town could guess, it points to a person. A first name with a rare illness does too. So does the date of a visit.

## Try it: PHI or not?

1. “Write a reminder to fast before a blood test.” **No.** It is about nobody.
2. “Write a reminder for the patient at this number.” **Yes.** The number points to one of our patients.
3. “Explain this denial code.” **No.** The code alone points to nobody.
4. “Why was this member’s claim denied?” with the member number. **Yes.**
5. “Turn this voicemail into text.” **Yes.** The voice alone points to the person.
6. “Make a list from this photo of our whiteboard.” **Yes,** if a patient is on it.

## What to do

- Ask the question without the patient, and fill in the details yourself afterward.
- If the task needs the details, use a tool approved for PHI.
- Not sure? Treat it as PHI and ask the privacy officer.`,
  questions: [
    {
      key: 'initials',
      ask: 'A chatbot that is not approved for PHI should word a message for you: “J.R., seen May 12 for a rash, missed the follow-up.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Send it. Initials are not a name, so nobody can tell who it is.',
          right: false,
          why: 'Initials with a visit date and a reason still point to one patient.',
        },
        {
          key: 'b',
          text: 'Ask for a text about missed follow-ups and add the rest yourself.',
          right: true,
          why: 'The tool can write a good message without knowing whom it is for.',
        },
        {
          key: 'c',
          text: 'Replace the initials with “patient” and keep the date and the rash.',
          right: false,
          why: 'The date of a visit is one of the 18 kinds of details, with or without initials.',
        },
      ],
    },
    {
      key: 'screenshot',
      ask: 'Your scheduling program shows an error. You want to ask a chatbot that is not approved for PHI. On the screen behind the error is today’s schedule. What do you send?',
      options: [
        {
          key: 'a',
          text: 'Only the words of the error, typed out by hand.',
          right: true,
          why: 'The error is all the tool needs, and typed out it brings no patient along.',
        },
        {
          key: 'b',
          text: 'The screenshot. The question is about the program.',
          right: false,
          why: 'What counts is what is in the picture, and today’s patients are in it.',
        },
        {
          key: 'c',
          text: 'The screenshot with the patients’ names blacked out.',
          right: false,
          why: 'Dates, times and reasons for visits stay readable, and they can point to patients too.',
        },
      ],
    },
    {
      key: 'rare-illness',
      ask: 'A clinician wants to ask a free AI tool: “The only patient in our county with this rare disease, age 41, takes two medicines. Is a third one safe?” Is this fine?',
      options: [
        {
          key: 'a',
          text: 'Yes. There is no name, number or birth date in it.',
          right: false,
          why: 'A missing name does not help when the rest fits only one person.',
        },
        {
          key: 'b',
          text: 'Yes. It is about treatment, so it may be shared.',
          right: false,
          why: 'A good reason does not make a free tool a safe place for PHI.',
        },
        {
          key: 'c',
          text: 'No. The county and the disease point to one person.',
          right: true,
          why: 'Only one patient fits, so it is PHI and belongs in an approved tool.',
        },
      ],
    },
    {
      key: 'voicemail',
      ask: 'In a voicemail, a patient only says: “Please call me about my results.” A coworker wants to run it through a free app that turns speech into text. What do you say?',
      options: [
        {
          key: 'a',
          text: '“Go ahead. She doesn’t say her name or what the results are.”',
          right: false,
          why: 'A voice is one of the 18 kinds of details, and the message is about her care.',
        },
        {
          key: 'b',
          text: '“Better not. Her voice and her results make it PHI.”',
          right: true,
          why: 'The recording is about her care and her voice points to her; that is all it takes.',
        },
        {
          key: 'c',
          text: '“Go ahead, but delete the recording from the app right after.”',
          right: false,
          why: 'By then it has left the practice, and we cannot know what the app keeps.',
        },
      ],
    },
    {
      key: 'nobody-in-it',
      ask: 'A new coworker asks our general chatbot: “Explain in simple words how to prepare for a colonoscopy.” Somebody says: “Stop, that’s PHI!” Who is right?',
      options: [
        {
          key: 'a',
          text: 'The new coworker. There is no patient in the question.',
          right: true,
          why: 'It is about a procedure and about nobody, so it is not PHI.',
        },
        {
          key: 'b',
          text: 'The other one. Anything medical counts as PHI.',
          right: false,
          why: 'Medical words alone are not PHI; something has to point to a person.',
        },
        {
          key: 'c',
          text: 'It depends on whether a patient had asked for it.',
          right: false,
          why: 'What counts is what is in the prompt, and nothing in this one points to a patient.',
        },
      ],
    },
  ],
}
