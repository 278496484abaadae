import type { Requirement } from '../framework.ts'

function attribute(id: string, title: string, ...words: [string, string, string]): Requirement {
  const [says, good, asks] = words
  const citation = `45 CFR 170.315(b)(11)(iv)(B)${id}`
  return { id, group: id.slice(0, 3), title, says, good, asks, citation }
}

/** One of the 11 for which the software may show that there is nothing, 45 CFR 170.315(b)(11)(v)(A)(2). */
function mayBeMissing(...[id, title, says, good, asks]: Parameters<typeof attribute>): Requirement {
  return attribute(id, title, `${says} The vendor may answer “not available”.`, good, asks)
}

/** 45 CFR 170.315(b)(11)(iv)(B): the 31 source attributes of a predictive decision support intervention. */
export const predictiveAttributes: readonly Requirement[] = [
  attribute(
    '(1)(i)',
    'Name and contact information for the intervention developer',
    'Who made the tool, and how to reach them. It is not always the company that sells it.',
    'A name, an address and a person who answers clinical questions.',
    'Who developed this tool, and whom can we reach with a clinical question?',
  ),
  attribute(
    '(1)(ii)',
    'Funding source of the technical implementation for the intervention(s) development',
    'Who paid for building it. That may explain what it favors.',
    'A plain answer, such as a drug maker, a grant or the vendor’s own money.',
    'Who paid for the development of this tool?',
  ),
  attribute(
    '(1)(iii)',
    'Description of value that the intervention produces as an output',
    'What comes out: a number, a category, a text, and what it stands for.',
    'An example of the output with the meaning of each value.',
    'What exactly does the tool put out, and what does each value mean?',
  ),
  attribute(
    '(1)(iv)',
    'Whether the intervention output is a prediction, classification, recommendation, evaluation, analysis, or other type of output',
    'What kind of output it is. A prediction wants to be read differently from a recommendation.',
    'One word for the kind, and what the user is meant to do with it.',
    'Is the output a prediction, a recommendation, or something else?',
  ),
  attribute(
    '(2)(i)',
    'Intended use of the intervention',
    'What the tool is made for. Using it for something else is at your own risk.',
    'One sentence that fits what your practice wants to do with it.',
    'What is the tool meant to be used for?',
  ),
  attribute(
    '(2)(ii)',
    'Intended patient population(s) for the intervention’s use',
    'For which patients it is made: age, condition, setting.',
    'The groups named are the patients that you see.',
    'For which patients is the tool meant, and for which not?',
  ),
  attribute(
    '(2)(iii)',
    'Intended user(s)',
    'Who is meant to use it: a physician, a nurse, the front desk, the patient.',
    'The people named are those who will use it here.',
    'Who is meant to use the tool, and with what training?',
  ),
  attribute(
    '(2)(iv)',
    'Intended decision-making role for which the intervention was designed to be used/for (e.g., informs, augments, replaces clinical management)',
    'How much it decides: whether it only informs a clinician, works along, or takes the place of one.',
    'The answer matches how the practice has set it up, with a person who decides.',
    'Does the tool inform a clinician, or does it decide something by itself?',
  ),
  attribute(
    '(3)(i)',
    'Description of tasks, situations, or populations where a user is cautioned against applying the intervention',
    'Where the maker itself says not to use it.',
    'The warnings are passed on to everyone who uses the tool.',
    'In which tasks, situations or patients do you advise against using the tool?',
  ),
  attribute(
    '(3)(ii)',
    'Known risks, inappropriate settings, inappropriate uses, or known limitations',
    'What is known to go wrong with it, and where it does not belong.',
    'A list of known weaknesses that is more than a disclaimer.',
    'What risks and limits of the tool do you know of?',
  ),
  attribute(
    '(4)(i)',
    'Exclusion and inclusion criteria that influenced the training data set',
    'Which patients’ data it learned from, and which were left out.',
    'The answer lets you tell whether patients like yours were in.',
    'Whose data was the tool trained on, and who was left out?',
  ),
  attribute(
    '(4)(ii)',
    'Use of variables in paragraphs (b)(11)(iv)(A)(5) through (13) as input features',
    'Whether it uses traits such as race, language, sex, date of birth or social circumstances as inputs. You need this for Section 1557.',
    'A yes or no for each trait, also for what stands in for one, such as ZIP code.',
    'Does the tool use race, ethnicity, language, sex, age or social circumstances as an input, or a stand-in for one?',
  ),
  attribute(
    '(4)(iii)',
    'Description of demographic representativeness according to those variables including, at a minimum, those used as input features',
    'How well different groups of people were represented in what it learned from.',
    'A table of groups with numbers.',
    'How were groups of patients represented in the training data?',
  ),
  attribute(
    '(4)(iv)',
    'Description of relevance of training data to intended deployed setting',
    'Whether it learned from a place like yours. Data of a large hospital may say little about a small clinic.',
    'The vendor says what differs from a practice like yours, and what that may do.',
    'How does the training data fit a practice like ours?',
  ),
  attribute(
    '(5)(i)',
    'Description of the approach the developer has taken to ensure that the intervention’s output is fair',
    'How the maker went about fairness.',
    'A definition of fair for this tool, and how it was tested.',
    'What did you do to make the output fair, and what do you mean by fair?',
  ),
  attribute(
    '(5)(ii)',
    'Description of approaches to manage, reduce, or eliminate bias',
    'What the maker does about bias it finds.',
    'One or two examples of bias found, and what was changed.',
    'What bias did you find, and what did you do about it?',
  ),
  mayBeMissing(
    '(6)(i)',
    'Data source, clinical setting, or environment where validity and fairness has been assessed, other than the source of training and testing data',
    'Where else it was tried, on data it had not learned from.',
    'At least one place that is not the maker’s own.',
    'Where was the tool tested on data that it had not been trained on?',
  ),
  mayBeMissing(
    '(6)(ii)',
    'Party that conducted the external testing',
    'Who did that test: the maker, or somebody independent.',
    'An independent group with a name.',
    'Who ran the external test?',
  ),
  mayBeMissing(
    '(6)(iii)',
    'Demographic representativeness of external data',
    'Who the people in that test were.',
    'Groups with numbers, and your patients among them.',
    'Which groups of patients were in the external test?',
  ),
  mayBeMissing(
    '(6)(iv)',
    'Description of external validation process',
    'How that test was done.',
    'A short description or a paper that one can read.',
    'How was the external test done?',
  ),
  attribute(
    '(7)(i)',
    'Validity in test data derived from the same source as the initial training data',
    'How often it was right on data like what it learned from. Expect less in real life.',
    'Misses and false alarms in numbers, not only “accuracy”.',
    'How well did the tool do in the maker’s own test data?',
  ),
  attribute(
    '(7)(ii)',
    'Fairness in test data derived from the same source as the initial training data',
    'Whether it did equally well for different groups in that data.',
    'The same numbers, split by group.',
    'How well did it do for different groups in the maker’s own test data?',
  ),
  mayBeMissing(
    '(7)(iii)',
    'Validity in data external to or from a different source than the initial training data',
    'How often it was right somewhere else. This tells most about what to expect here.',
    'Numbers from another place, next to the maker’s own.',
    'How well did the tool do in data from elsewhere?',
  ),
  mayBeMissing(
    '(7)(iv)',
    'Fairness in data external to or from a different source',
    'Whether it did equally well for different groups somewhere else.',
    'Numbers by group from another place.',
    'How well did it do for different groups in data from elsewhere?',
  ),
  mayBeMissing(
    '(7)(v)',
    'References to evaluation of use of the intervention on outcomes (citations or hyperlinks: morbidity, mortality, length of stay, other)',
    'Whether patients did better because of it. Being right is not yet being useful.',
    'A study of outcomes that one can look up.',
    'Is there a study of what the tool did for patients’ outcomes?',
  ),
  attribute(
    '(8)(i)',
    'Process and frequency by which validity is monitored over time',
    'How, and how often, somebody looks whether it is still right. Tools get worse when patients or habits change.',
    'A set interval, and word to you when it slips.',
    'How, and how often, do you check that the tool is still right?',
  ),
  mayBeMissing(
    '(8)(ii)',
    'Validity of intervention in local data',
    'How well it does on your own patients.',
    'Numbers from your practice, or a way for you to get them.',
    'How well does the tool do with our own patients, and how can we see that?',
  ),
  attribute(
    '(8)(iii)',
    'Process and frequency by which fairness is monitored over time',
    'How, and how often, somebody looks whether it is still fair.',
    'A set interval, by group.',
    'How, and how often, do you check that the tool is still fair?',
  ),
  mayBeMissing(
    '(8)(iv)',
    'Fairness of intervention in local data',
    'Whether it does equally well for different groups of your own patients.',
    'Numbers by group from your practice, where there are enough patients.',
    'How well does it do for different groups of our own patients?',
  ),
  mayBeMissing(
    '(9)(i)',
    'Process and frequency by which the intervention is updated',
    'How, and how often, it is changed. A new model may behave differently on the next morning.',
    'A schedule, and word to you before each change.',
    'How, and how often, is the tool updated, and do we hear of it before?',
  ),
  mayBeMissing(
    '(9)(ii)',
    'Frequency by which performance is corrected when risks related to validity and fairness are identified',
    'How fast it is put right once it is found wrong or unfair.',
    'A number of days, and an example.',
    'When the tool turns out to be wrong or unfair, how soon is it corrected?',
  ),
]
