import type { LessonText } from './lesson.ts'

export const aiScribeEs: LessonText = {
  title: 'El escriba de IA: preguntar, leer y luego firmar',
  body: `Un escriba de IA escucha la consulta y redacta un borrador de la nota. Ahorra tiempo. También graba la voz del paciente, y sus errores suenan tan seguros como lo demás. Por eso: **pregunte antes de que escuche, lea antes de firmar.**

## Antes: pregunte a todos

Lo que pide la ley varía según el estado. En algunos, todos los que participan en la conversación deben aceptar la grabación; pregunte al oficial de privacidad qué pide el suyo. Preguntar a cada persona en cada consulta es lo seguro en todas partes. Puede decir:

“Quisiera usar una herramienta de IA que graba la consulta y redacta mi nota. Siempre la reviso antes de firmar. ¿Está de acuerdo? Puede decir que no, ahora o más tarde”.

- Pregunte a todos los presentes o al teléfono: padres, pareja, intérprete.
- Un no es un no. La atención es la misma.
- Anote la respuesta real. Ninguna plantilla debe decir por su cuenta “el paciente aceptó”.

## Cuándo se queda apagado

Déjelo apagado en el tratamiento por uso de sustancias y en la psicoterapia, salvo que el oficial de privacidad lo haya autorizado. Los protegen reglas especiales. Algunos estados, como Illinois, piden consentimiento por escrito antes de que la IA grabe o transcriba una sesión de terapia.

## Después: lea, corrija, firme

> La consulta fue por una tos. El borrador se lee muy bien. Y de pronto, en la línea nueve: “Continuar metformina 500 mg dos veces al día”. Nadie habló de metformina. El paciente no tiene diabetes. La enfermera practicante lleva veinte minutos de retraso y casi firma. Se detiene porque lee cada línea.

Revise primero lo que más daño hace si está mal:

1. medicamentos y dosis
2. alergias
3. izquierda y derecha
4. “no” y “niega”
5. lo que nadie dijo, y lo importante que falta

Quien firma responde por la nota. Si usted ayuda con los borradores, marque lo que parezca mal y deje que el profesional clínico decida. Después de firmar, corrija con una adición fechada. Nunca cambie el texto en silencio.

Si el escriba también escribe un mensaje para el paciente, algunos estados piden que diga que lo hizo la IA, salvo que antes lo lea un profesional con licencia. Pregunte antes de activarlo.

Las grabaciones se borran según un calendario. No guarde copias propias.`,
  questions: [
    {
      key: 'sister-walks-in',
      ask: 'La paciente aceptó y el escriba está encendido. A mitad de la consulta entra su hermana y se sienta. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Sigo. La paciente aceptó, y es su consulta.',
          right: false,
          why: 'Su sí no es el de su hermana, y en algunos estados todos deben aceptar.',
        },
        {
          key: 'b',
          text: 'Pauso la grabación y le pregunto también a la hermana.',
          right: true,
          why: 'También se grabaría su voz, así que le corresponde la misma pregunta.',
        },
        {
          key: 'c',
          text: 'Sigo, y dejo fuera de la nota lo que diga la hermana.',
          right: false,
          why: 'No se trata de la nota: su voz ya estaría en la grabación.',
        },
      ],
    },
    {
      key: 'rather-not',
      ask: 'Usted va con retraso. Un paciente dice: “Prefiero que no me graben”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Le explico que es seguro y que todos los demás aceptan.',
          right: false,
          why: 'Ya respondió; si lo presiona, su próxima respuesta valdrá poco.',
        },
        {
          key: 'b',
          text: 'Grabo para ganar tiempo y lo borro al terminar la consulta.',
          right: false,
          why: 'El daño es grabar contra su voluntad, se borre o no.',
        },
        {
          key: 'c',
          text: 'Lo dejo apagado, anoto su respuesta y escribo yo la nota.',
          right: true,
          why: 'Un no se respeta al instante, y su atención es la misma.',
        },
      ],
    },
    {
      key: 'unknown-medicine',
      ask: 'Usted es asistente médica y ordena un borrador. Incluye un medicamento que nadie mencionó en la consulta. El profesional aún no ha firmado. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Lo marco y se lo muestro al profesional antes de que firme.',
          right: true,
          why: 'Quien firma decide sobre los medicamentos, y ahora sabe dónde mirar.',
        },
        {
          key: 'b',
          text: 'Lo borro. Yo estaba presente y sé que está mal.',
          right: false,
          why: 'Quizá tenga razón, pero el profesional tiene que saberlo y decidir.',
        },
        {
          key: 'c',
          text: 'Lo dejo. Puede venir de un registro anterior del expediente.',
          right: false,
          why: 'Suponiendo es como un medicamento inventado llega a una nota firmada.',
        },
      ],
    },
    {
      key: 'template-says-yes',
      ask: 'Nuestra plantilla agrega sola “El paciente aceptó la grabación con IA”. Hoy el escriba grabó, y usted se da cuenta de que nadie preguntó. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Dejo la línea. En todas las consultas anteriores aceptó.',
          right: false,
          why: 'La línea habla de hoy, y hoy nadie le preguntó.',
        },
        {
          key: 'b',
          text: 'Quito la línea y me aseguro de preguntarle la próxima vez.',
          right: false,
          why: 'Sigue habiendo una grabación que nadie aceptó, y nadie la está examinando.',
        },
        {
          key: 'c',
          text: 'Corrijo la línea y aviso de lo ocurrido al oficial de privacidad.',
          right: true,
          why: 'El expediente debe decir lo que pasó, y alguien debe decidir sobre la grabación.',
        },
      ],
    },
    {
      key: 'wrong-knee',
      ask: 'Dos días después de firmar, ve que una nota del escriba dice rodilla izquierda. Era la derecha. La nota ya llegó al cirujano. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Abro la nota y cambio esa palabra, porque el error es evidente.',
          right: false,
          why: 'Un cambio en silencio oculta el error, y el cirujano sigue con la nota vieja.',
        },
        {
          key: 'b',
          text: 'Agrego una corrección fechada y aviso hoy mismo al cirujano.',
          right: true,
          why: 'El expediente sigue siendo honesto, y quien confía en la nota se entera del error.',
        },
        {
          key: 'c',
          text: 'La dejo, porque el cirujano examina la rodilla antes de operar.',
          right: false,
          why: 'Confiar en que otro lo note es como se termina tratando el lado equivocado.',
        },
      ],
    },
  ],
}
