import type { LessonText } from './lesson.ts'

export const whenAiIsDownEn: LessonText = {
  title: 'When AI is down, care goes on',
  body: `Tools stop. The internet fails, a vendor has a bad day, or somebody attacks us. Patients come through the door all the same. We manage well if everybody knows two things: where the paper is, and who decides.

> Monday, 9:05 a.m. The phone agent goes silent and the scribe spins. Tom at the front desk does not press retry ten times. He opens the red folder: paper forms, phone numbers, today’s schedule, printed early this morning. He sends the calls to the desk, hands a clipboard to the first patient and phones the manager. By 9:15 the day is slower, and safe.

## The first minutes

1. **Ask what the AI was watching.** Did it answer emergency calls, sort urgent messages, flag refills? A person takes that over now.
2. **Open the downtime kit.** Paper intake, phone list, schedule.
3. **Tell the person named in our plan.** That person switches a tool off for everybody, and on again. But anyone may stop using a tool that seems unsafe. Do not wait for permission.
4. **No substitutes.** A free app on your own phone is not a backup. Patient information stays out of it.

## If it looks like an attack

Locked files, a ransom note, a mouse that moves by itself:

- **Pull the network cable or turn off Wi-Fi. Leave the computer on.** What is in its memory may be evidence.
- Phone your manager or the security lead within 15 minutes. Do not e-mail; somebody may be reading.
- Click nothing, answer nothing, plug in nothing.

A vendor’s outage is not a privacy breach by itself. An attack may well be one. Report it, and let the privacy officer decide.

## When it comes back

- Wait until the named person says go.
- Enter the paper notes with the real time of the visit and the name of whoever wrote them.
- Check the AI drafts from just before the outage. They may be cut short.
- Keep the paper safe until you are told what to do with it. It holds patient information.

Try it today: find the kit, and find the name in the plan. If that takes you longer than two minutes, tell your manager.`,
  questions: [
    {
      key: 'silent-phone-agent',
      ask: 'In the middle of the morning the AI phone agent stops answering. What comes first?',
      options: [
        {
          key: 'a',
          text: 'Send calls to people, and look for urgent ones it missed.',
          right: true,
          why: 'Someone may have called with chest pain and heard nothing.',
        },
        {
          key: 'b',
          text: 'Open a ticket with the vendor, and wait for its answer.',
          right: false,
          why: 'The ticket matters too, but callers cannot wait for it.',
        },
        {
          key: 'c',
          text: 'Put a line on the website to say that our phones are down.',
          right: false,
          why: 'People in trouble call; they do not read our website first.',
        },
      ],
    },
    {
      key: 'files-are-locked',
      ask: 'Your screen says: “Your files are locked. Pay within 48 hours.” What do you do?',
      options: [
        {
          key: 'a',
          text: 'Switch the computer off at once, so that nothing can spread.',
          right: false,
          why: 'Cutting the network stops the spread; switching off can destroy evidence.',
        },
        {
          key: 'b',
          text: 'Restart it, and see whether the message is still there.',
          right: false,
          why: 'It costs minutes while the attack may reach other computers.',
        },
        {
          key: 'c',
          text: 'Pull the network cable, leave it on, and phone for help.',
          right: true,
          why: 'It is cut off from the others, and what is in memory is kept.',
        },
      ],
    },
    {
      key: 'my-own-phone',
      ask: 'The AI scribe is down until noon. A coworker offers the free dictation app on her phone. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Use it for today only, and delete the recordings tonight.',
          right: false,
          why: 'The app’s company has them by then, and nobody has approved that.',
        },
        {
          key: 'b',
          text: 'Write the notes on the forms from the kit until it is back.',
          right: true,
          why: 'Paper is slow, but patient information stays with us.',
        },
        {
          key: 'c',
          text: 'Use it, but do not say any of the patients’ names out loud.',
          right: false,
          why: 'Voices and stories can tell who it is, even without a name.',
        },
      ],
    },
    {
      key: 'all-routine',
      ask: 'The message sorter suddenly marks everything “routine”, even a message about chest pain. The person named in the plan is in a meeting. What do you do?',
      options: [
        {
          key: 'a',
          text: 'Go on with extra care, and bring it up when the meeting is over.',
          right: false,
          why: 'It is hiding urgent messages now, and the next one may slip through.',
        },
        {
          key: 'b',
          text: 'Warn the coworkers next to you, and wait for the meeting to end.',
          right: false,
          why: 'The others go on trusting it, and patients wait.',
        },
        {
          key: 'c',
          text: 'Stop using it, have people read the messages, and interrupt the meeting.',
          right: true,
          why: 'Anyone may stop an unsafe tool, and the named person can stop it for all.',
        },
      ],
    },
    {
      key: 'back-at-two',
      ask: 'You get the go-ahead at 2 p.m. Paper notes from six visits are on the desk. What do you do with them?',
      options: [
        {
          key: 'a',
          text: 'Let the scribe write up the visits from memory, then shred the paper.',
          right: false,
          why: 'The paper is the record of those visits, and memory is not.',
        },
        {
          key: 'b',
          text: 'Enter them with the real times and names, and keep the paper safe.',
          right: true,
          why: 'The chart shows what happened and when, and it can be checked.',
        },
        {
          key: 'c',
          text: 'Enter them all as of 2 p.m., so that the chart is complete today.',
          right: false,
          why: 'The wrong times could mislead whoever reads about medicines or symptoms.',
        },
      ],
    },
  ],
}
