import type { LessonText } from './lesson.ts'

export const approvedToolsEn: LessonText = {
  title: 'Approved AI tools only',
  body: `AI can help you at work. There is one rule: **use only the tools on our list, and only for what the list says.** Here is what counts as AI, why the list matters, and what to do when a tool is not on it.

## What counts as AI

More than you may think. Each of these can send what you type, say or open to a company outside our practice:

- a chatbot, on the computer or on your phone
- a scribe that listens to a visit and writes the note
- a phone agent that answers calls
- a browser extension that sums up or rewrites what is on your screen
- a new button in a program you know that offers to write, sum up or translate

The last two catch people off guard. They can turn up after an update, and nobody tells you.

## How it goes wrong

> Friday, ten to five. A specialist wants a referral letter today. The medical assistant copies her draft, with the name, birth date and diagnosis, into a free chatbot on her own account: “Make this sound better.” The letter comes back perfect. She deletes the chat and goes home.

Deleting did not undo it. The patient’s information went to a company that never agreed to protect it for us. That company may keep copies, or use them to improve its product. We cannot get them back.

A company that handles patient information for us must first sign an agreement to protect it. The list shows which tools have that. A personal account is not covered, even when the brand is the same.

## What to do

1. **Look at the list first.** If you do not know where it is, ask the privacy officer today.
2. **Sign in with your work account.** Never with a personal one.
3. **Not on the list? Ask the privacy officer.** Until you have an answer, do the task without the tool.
4. **Already pasted something? Say so right away.** Leave the chat as it is. Seeing what was sent helps us protect the patient.

A question takes one minute. Getting information back may not be possible at all.`,
  questions: [
    {
      key: 'new-button',
      ask: 'After an update, your scheduling program has a new button: “Sum up this patient’s messages with AI.” Nobody has mentioned it. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Use it. The program is approved, so its new parts are approved too.',
          right: false,
          why: 'A new AI part can send information to a new company, so it needs its own check.',
        },
        {
          key: 'b',
          text: 'Leave it alone and ask the privacy officer whether it is approved.',
          right: true,
          why: 'Until somebody has checked where the messages go, you cannot know that they are protected.',
        },
        {
          key: 'c',
          text: 'Try it on one patient first, to see if it is worth asking about.',
          right: false,
          why: 'One patient’s messages are already patient information sent out; asking comes before trying.',
        },
      ],
    },
    {
      key: 'locked-out',
      ask: 'You are locked out of the approved chatbot and a letter is waiting. At home you use the free version of the same brand. What now?',
      options: [
        {
          key: 'a',
          text: 'Use your free version this once. The same company is behind it.',
          right: false,
          why: 'Our agreement covers the practice’s account, not your personal one at the same company.',
        },
        {
          key: 'b',
          text: 'Use your free version and delete the chat when you are done.',
          right: false,
          why: 'Deleting clears your screen; the company may still keep what you sent.',
        },
        {
          key: 'c',
          text: 'Write the letter yourself and get your work account fixed.',
          right: true,
          why: 'It takes longer today, but the patient’s information stays where it is protected.',
        },
      ],
    },
    {
      key: 'deleted-chat',
      ask: 'A coworker says she pasted a patient’s referral into a free chatbot this morning. “It’s fine, I deleted it.” What is the best answer?',
      options: [
        {
          key: 'a',
          text: '“Let’s tell the privacy officer now, and write down what was in it.”',
          right: true,
          why: 'Deleting did not bring it back, and the sooner we know, the more we can do.',
        },
        {
          key: 'b',
          text: '“Then it’s settled. Just use the approved tool from now on.”',
          right: false,
          why: 'The information has left the practice; somebody has to look at what that means for the patient.',
        },
        {
          key: 'c',
          text: '“Let’s wait and see if the patient or the company says anything.”',
          right: false,
          why: 'Most patients would never find out, and waiting only loses time.',
        },
      ],
    },
    {
      key: 'extension',
      ask: 'You find a free browser extension that sums up long e-mails. It would save you an hour a day with insurers. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Add it, and turn it off whenever a patient’s chart is open.',
          right: false,
          why: 'E-mails from insurers hold patient information too, and it is easy to forget the switch.',
        },
        {
          key: 'b',
          text: 'Ask first. It can read whatever is open in your browser.',
          right: true,
          why: 'An extension sees your pages and can send them on, so it is an AI tool like any other.',
        },
        {
          key: 'c',
          text: 'Add it if it has many users and very good reviews.',
          right: false,
          why: 'Reviews say that people like it, not that the company agreed to protect our patients.',
        },
      ],
    },
    {
      key: 'just-this-once',
      ask: 'A doctor asks you to turn a patient’s voicemail into text with an app on your own phone. “Just this once, we’re swamped.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Do it. The doctor is in charge of the patient’s information.',
          right: false,
          why: 'The rule holds for all of us; a busy day does not make the app safe.',
        },
        {
          key: 'b',
          text: 'Do it, but leave the patient’s name out of the file name.',
          right: false,
          why: 'The voice and the message are the patient’s information, whatever the file is called.',
        },
        {
          key: 'c',
          text: 'Listen, type the message yourself, and offer to ask about the app.',
          right: true,
          why: 'The doctor gets the message today, and the app may be approved for next time.',
        },
      ],
    },
  ],
}
