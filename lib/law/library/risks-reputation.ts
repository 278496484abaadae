import type { StarterRisk } from '../library.ts'
import { refs } from './references.ts'

/** Trust that is lost, with or without fault of ours. */
export const reputationRisks: readonly StarterRisk[] = [
  {
    key: 'fake-of-a-clinician',
    title: 'A faked video of one of our clinicians sells a cure',
    category: 'reputation',
    concerns: 'practice',
    cause: 'Pictures and talks of our clinicians are public, and faking them takes minutes.',
    event: 'A false video advertises a remedy, or asks patients for money, in our name.',
    consequence: 'Patients buy or take something harmful, and many doubt what really comes from us.',
    threat: 'Swindler with a video generator',
    vulnerability: 'No watch over our names and no plan',
    controls: ['public-words', 'identity-check', 'incident-response'],
    requirements: refs({
      rmf: ['MANAGE 2.3', 'MANAGE 4.3'],
      generative: ['2.8'],
      iso: ['A.8.4'],
    }),
    generativeRisk: '2.8',
  },
  {
    key: 'error-becomes-public',
    title: 'An AI error becomes a public story',
    category: 'reputation',
    concerns: 'practice',
    cause: 'A patient harmed or offended got no answer from us and posts the chat or the note.',
    event: 'Reviews, local news and social media repeat it before we know what happened.',
    consequence: 'Patients leave or refuse useful tools, and a hasty reply may itself disclose patient data.',
    threat: 'Public that shares outrage',
    vulnerability: 'Complaints that end nowhere',
    controls: ['patient-feedback', 'incident-response', 'public-words'],
    requirements: refs({
      rmf: ['GOVERN 5.1', 'MEASURE 3.3', 'MANAGE 4.3'],
      privacy: ['164.530(d)', '164.530(f)'],
    }),
    generativeRisk: null,
  },
  {
    key: 'cold-generic-messages',
    title: 'Generic AI messages make patients feel that nobody listens',
    category: 'reputation',
    concerns: 'ai-system',
    cause: 'Replies, even after bad news, are sent as drafted: long, friendly and the same for all.',
    event: 'Patients notice that a machine answered what they told their doctor.',
    consequence: 'They tell us less, follow advice less and look for another practice.',
    threat: 'Wish to answer faster',
    vulnerability: 'No rule which messages stay human',
    controls: ['read-before-sign', 'patient-notice', 'patient-feedback', 'human-handover'],
    requirements: refs({
      rmf: ['MAP 5.2', 'MEASURE 2.8', 'MEASURE 3.3'],
      generative: ['2.7'],
    }),
    generativeRisk: '2.7',
  },
  {
    key: 'photo-made-degrading',
    title: 'A patient or staff photo is turned into a degrading picture',
    category: 'reputation',
    concerns: 'practice',
    cause: 'Clinical, portal and team photos can be copied, and image generators undress or mock people.',
    event: 'Such a picture, made by a stranger or a colleague, goes around.',
    consequence:
      'A person is deeply hurt, police and press are called in, and patients refuse photos they need.',
    threat: 'Malicious insider or stranger',
    vulnerability: 'Photos on private phones and open image tools',
    controls: ['blocked-tools', 'device-care', 'public-words', 'sanctions'],
    requirements: refs({
      rmf: ['GOVERN 1.4'],
      generative: ['2.11'],
      security: ['164.310(b)'],
      privacy: ['164.530(c)', '164.530(e)'],
    }),
    generativeRisk: '2.11',
  },
  {
    key: 'promised-too-much',
    title: 'We promise patients more than the AI can do',
    category: 'reputation',
    concerns: 'practice',
    cause:
      'The website repeats the vendor’s figures, such as “finds 99% of cancers”, and nobody checks them.',
    event: 'Patients choose us for it, and somebody asks for the proof.',
    consequence:
      'Consumer protection steps in, disappointed patients complain, and honest claims are doubted too.',
    threat: 'Advertising words taken over from the vendor',
    vulnerability: 'Public texts without a responsible reader',
    controls: ['public-words', 'vendor-questionnaire', 'go-live-test'],
    requirements: refs({
      rmf: ['MAP 2.2', 'MEASURE 2.5', 'MEASURE 2.8'],
      generative: ['2.8'],
      iso: ['A.8.5'],
    }),
    generativeRisk: '2.8',
  },
]
