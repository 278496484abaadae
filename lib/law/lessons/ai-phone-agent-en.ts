import type { LessonText } from './lesson.ts'

export const aiPhoneAgentEn: LessonText = {
  title: 'The AI phone agent and you',
  body: `An AI phone agent answers calls, books visits and takes messages. It does not know who is really calling, and it can miss what a person would hear. This is what it should do, and when you step in.

## The first seconds

Callers should hear three things first: that the call is recorded, that they are talking to an AI, and how to reach a person. Whoever does not agree gets a person, without recording. Rules on recording differ by state; ask your privacy officer what your state asks. Saying it at the start of every call is the safe way everywhere.

## Who is calling?

- **Two identifiers before anything is said,** such as the full name and the birth date. The caller says them. Neither you nor the agent reads them out.
- **Knowing her details is not having her permission.** We may tell family what they need for their part in her care when she agrees, or does not object. Look for it in the chart. If it is not there, ask her first.
- **An appointment is patient information too.** So is the fact that somebody comes here.

> The agent hands you a call. “I’m her husband. What did the biopsy show? I have her birth date.” He sounds kind and worried. The chart says nothing about him. The receptionist answers: “I can hear that you’re worried. I can’t give out information on this call. She is welcome to call us herself.” Then she leaves a note for the nurse.

## When a person takes over

1. **Emergency words** such as chest pain, cannot breathe, heavy bleeding, wanting to die: a person or 911, at once.
2. The caller asks for a person, is upset, or is not understood.
3. At the hand-over, check again who is calling, unless your screen shows that it was done. The agent’s summary can be wrong, so ask.

## Voicemail and calls we make

Leave the name of the practice, the number, and “please call us back.” No results, no reason. Calls with an AI voice need the patient’s consent first, with few exceptions. If somebody says stop, pass it on the same day; the law gives us at most ten business days.

Did the agent tell the wrong person something? Tell the privacy officer right away, and keep the recording.`,
  questions: [
    {
      key: 'worried-husband',
      ask: 'A caller knows a patient’s name, birth date and last visit. He says he is her husband and wants her results. The chart does not mention him. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Tell him. He gave two identifiers, so the check is passed.',
          right: false,
          why: 'They show that he knows her details, not that she wants him to know her results.',
        },
        {
          key: 'b',
          text: 'Give nothing out, take his message, and ask the patient first.',
          right: true,
          why: 'It is her choice; with her okay on file, the next call is easy.',
        },
        {
          key: 'c',
          text: 'Tell him only that he has no reason to worry for now.',
          right: false,
          why: 'That is her result in other words, and she has not agreed to share it.',
        },
      ],
    },
    {
      key: 'tight-chest',
      ask: 'You see the words of a live call on your screen: “My chest feels tight, but I just want to move my visit.” The agent is offering new times. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Mark it as urgent, so that the nurse sees it first.',
          right: false,
          why: 'A message waits until somebody reads it, and a tight chest may not wait.',
        },
        {
          key: 'b',
          text: 'Let the agent finish, and call the patient back yourself.',
          right: false,
          why: 'Minutes count, and the patient may not pick up when you call.',
        },
        {
          key: 'c',
          text: 'Take over the call now and follow our emergency steps.',
          right: true,
          why: 'Emergency words always go to a person at once, whatever the caller asked for.',
        },
      ],
    },
    {
      key: 'her-own-voicemail',
      ask: 'A test came back positive, and the nurse wants the patient to call. You get her voicemail; the greeting says her full name. What do you leave?',
      options: [
        {
          key: 'a',
          text: 'The name of the practice, our number, and “please call us back.”',
          right: true,
          why: 'It reaches her and tells nothing to anyone else who listens.',
        },
        {
          key: 'b',
          text: 'That her result is in and that she needs to be treated soon.',
          right: false,
          why: 'It may bring her in faster, but others at home may hear it too.',
        },
        {
          key: 'c',
          text: 'The result, since the greeting shows that it is her phone.',
          right: false,
          why: 'The greeting shows whose phone it is, not who listens to it.',
        },
      ],
    },
    {
      key: 'same-name',
      ask: 'The agent mixed up two patients with the same name and read one of them the other’s appointment. The caller laughs it off. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Delete the recording, so that nobody else can hear it.',
          right: false,
          why: 'We need the recording to see what was said and what went wrong.',
        },
        {
          key: 'b',
          text: 'Tell the privacy officer right away, and keep the recording.',
          right: true,
          why: 'Somebody has to judge what it means for the other patient and fix the check.',
        },
        {
          key: 'c',
          text: 'Fix the appointment. Nothing medical was said to the caller.',
          right: false,
          why: 'That somebody has a visit here is patient information too.',
        },
      ],
    },
    {
      key: 'robot-calls',
      ask: 'A patient at the desk says: “Your robot calls me every day about my checkup. Make it stop.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Write it down, and tell whoever runs the calls today.',
          right: true,
          why: 'Her word is enough, however she says it, and the time to stop is already running.',
        },
        {
          key: 'b',
          text: 'Ask her to press the opt-out key when the next call comes.',
          right: false,
          why: 'She has just told us; she does not have to say it again to a machine.',
        },
        {
          key: 'c',
          text: 'Explain that calls about her health cannot be turned off.',
          right: false,
          why: 'They can, and she may refuse them; we can reach her another way.',
        },
      ],
    },
  ],
}
