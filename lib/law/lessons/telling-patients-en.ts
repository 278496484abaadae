import type { LessonText } from './lesson.ts'

export const tellingPatientsEn: LessonText = {
  title: 'Tell patients when it is AI',
  body: `Patients tell us things that they tell nobody else. They should not have to guess whether a person or a program answers. Several states have made laws about this. They differ in what counts, when to tell and in which words, so **ask your privacy officer what your state asks**. What follows is a safe habit everywhere.

> Saturday, 10 p.m. The day after a lip filler, a patient of a med spa types into the website chat: “My lip is swollen and a bit white. Normal?” A friendly answer comes at once, signed “Your care team”. She thinks a nurse has looked at it and goes to bed. No person had seen her message. Had the chat said “I am an AI. No nurse is reading this now. If you are worried, call us”, she would have called.

## A good notice

- **Comes first.** At the top of a letter or message, at the start of a call, and in sight all through a chat. Some states want it again at the end of a call.
- **Says it plainly.** “AI wrote this message”, not “prepared with smart technology”.
- **Shows the way to a person:** a number, a key, a name. And somebody really answers.
- **Borrows no license.** No “Nurse Mia”, no “Dr.”, no white coat for a program.

Use the wording that our practice has approved, and do not shorten it.

## When to be extra careful

1. The patient sees or hears what AI made.
2. It is about their health, not only about a time or a bill.
3. No licensed person read it before it went out.
4. It is therapy or counseling. Stop and ask first: some states keep AI out of the therapy itself.

The more of these are true, the more likely it is that a state’s law asks for a notice. If in doubt, give it. Nobody was ever hurt by an honest line.

## When a patient asks, or says no

Answer straight: “Yes, that was AI. I am a person. How can I help?”

If a patient does not want AI, use the way without it, write the wish in the chart and move on. Saying no never means a later appointment, a higher price or a cooler tone.`,
  questions: [
    {
      key: 'first-line',
      ask: 'Our portal will explain lab results in words that AI writes. No clinician reads them before the patient does. Which first line do you choose?',
      options: [
        {
          key: 'a',
          text: '“Your care team prepared this for you with modern technology.”',
          right: false,
          why: 'It hides that AI wrote it and suggests that the team read it.',
        },
        {
          key: 'b',
          text: '“This text is for information only and is not medical advice.”',
          right: false,
          why: 'It protects us, and the patient still does not know who wrote it or whom to ask.',
        },
        {
          key: 'c',
          text: '“AI wrote this text. To speak with a nurse, call 555-0142.”',
          right: true,
          why: 'It says what it is in plain words and how to reach a person.',
        },
      ],
    },
    {
      key: 'was-that-a-robot',
      ask: 'A caller is passed from the AI phone agent to you. “Was that a robot? I told it private things!” What do you say?',
      options: [
        {
          key: 'a',
          text: '“Yes, that was AI. I am a person, and I will help you now.”',
          right: true,
          why: 'A straight answer and a person is what she needs to trust us again.',
        },
        {
          key: 'b',
          text: '“That is only our phone menu, so nobody has heard you yet.”',
          right: false,
          why: 'It is not true: the agent took in what she said.',
        },
        {
          key: 'c',
          text: '“I will pass that on. What was your call about, please?”',
          right: false,
          why: 'She asked an honest question and did not get an answer.',
        },
      ],
    },
    {
      key: 'no-thanks',
      ask: 'Mr. Haddad does not want AI to draft his messages or notes. The clinician is running late. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Offer him a day next week, when there is time to type.',
          right: false,
          why: 'His no must not cost him his appointment.',
        },
        {
          key: 'b',
          text: 'Note his wish in the chart, and go ahead without AI.',
          right: true,
          why: 'He gets the same care at the same time, and the next person knows.',
        },
        {
          key: 'c',
          text: 'Tell him how well it works, and ask again before the visit.',
          right: false,
          why: 'He has answered; asking until he gives in is not a free choice.',
        },
      ],
    },
    {
      key: 'nurse-mia',
      ask: 'The new website assistant is to be called “Nurse Mia”, with a photo in scrubs. Your manager asks what you think. What do you say?',
      options: [
        {
          key: 'a',
          text: 'Good, as long as the small print says that Mia is software.',
          right: false,
          why: 'People believe the name and the picture, and few read small print.',
        },
        {
          key: 'b',
          text: 'Good, if one of our nurses writes Mia’s standard answers.',
          right: false,
          why: 'The program is still not a nurse, whoever wrote its answers.',
        },
        {
          key: 'c',
          text: 'It needs a name and picture that nobody takes for a nurse.',
          right: true,
          why: 'Nothing may suggest that a licensed person is answering.',
        },
      ],
    },
    {
      key: 'across-the-line',
      ask: 'We open a second office across the state line. Can it use the AI notice that we have?',
      options: [
        {
          key: 'a',
          text: 'Yes. What was good enough here is good enough there.',
          right: false,
          why: 'States differ in what counts, when to tell and in which words.',
        },
        {
          key: 'b',
          text: 'Use it for now, and ask the privacy officer what the new state adds.',
          right: true,
          why: 'Patients are told from the first day, and the wording is checked for that state.',
        },
        {
          key: 'c',
          text: 'Leave it out until we know that the new state wants one.',
          right: false,
          why: 'Patients would be left guessing, and the state may want it already.',
        },
      ],
    },
  ],
}
