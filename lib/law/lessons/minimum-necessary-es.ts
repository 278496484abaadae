import type { LessonText } from './lesson.ts'

export const minimumNecessaryEs: LessonText = {
  title: 'Dé a la IA solo lo que la tarea necesita',
  body: `Incluso en una herramienta aprobada, dele a la IA solo la información del paciente que la tarea necesita. La ley lo llama el **mínimo necesario**. La herramienta puede ser la correcta y la instrucción, demasiado grande.

## Por qué importa

Lo que no se envía no se puede filtrar. Y una instrucción corta suele dar mejor respuesta: si le da once años de notas, un medicamento viejo puede aparecer en la carta de hoy.

> Una facturadora debe explicar a una aseguradora por qué un paciente necesita otra resonancia. Abre la herramienta aprobada y pega todo el expediente, con las notas sobre su depresión y su divorcio. La carta que recibe tiene seis líneas. Bastaban cuatro datos: dolor de rodilla desde hace cuatro meses, una primera resonancia poco clara, una terapia que no ayudó y lo que el médico espera ver.

## “Pero es para el tratamiento”

Quizá ha oído que el mínimo necesario no cuenta para el tratamiento. Es cierto cuando compartimos con otro profesional que atiende al paciente. Una herramienta de IA no lo es. Lo que le damos tiene un límite, también en el trabajo clínico.

## Cómo reducir una instrucción

1. **Empiece por la tarea.** Diga en una oración qué quiere.
2. **Pregúntese qué debe saber la herramienta.** Copie solo esa parte.
3. **Nunca pegue todo el expediente.** Eso exige un motivo aprobado por el oficial de privacidad.
4. **Omita nombre, fecha de nacimiento y números** si el texto sirve sin ellos. Agréguelos después. El resto aún puede ser información del paciente: siga en la herramienta aprobada.
5. **Use nuestras plantillas** cuando existan, sin añadidos.

Vea la diferencia:

- Demasiado: “Aquí está el expediente. Escribe a la aseguradora”.
- Suficiente: “Escribe seis líneas a una aseguradora. Dolor de rodilla desde hace cuatro meses, primera resonancia poco clara, la terapia no ayudó. Pide una segunda resonancia”.

## Su trabajo marca su límite

La búsqueda con IA encuentra en segundos cosas que su trabajo nunca necesitó. Que pueda mostrarlas no significa que usted pueda mirarlas. Pida solo lo que usted abriría sin IA para esta tarea.

¿La tarea es mayor de lo habitual? Pregunte al oficial de privacidad antes de pegar nada.`,
  questions: [
    {
      key: 'appeal',
      ask: 'Una aseguradora rechazó tres sesiones de terapia física. Usted escribe la apelación con nuestra herramienta aprobada. ¿Qué pega?',
      options: [
        {
          key: 'a',
          text: 'El motivo del rechazo y las notas de esas tres sesiones.',
          right: true,
          why: 'De eso trata la apelación, y la carta no necesita nada más.',
        },
        {
          key: 'b',
          text: 'Todo el expediente, para que la herramienta no pase nada por alto.',
          right: false,
          why: 'La mayor parte no tiene que ver con esas sesiones, y la herramienta puede mezclarla.',
        },
        {
          key: 'c',
          text: 'Todas las notas de los últimos dos años, sin el nombre.',
          right: false,
          why: 'Sin el nombre siguen siendo dos años de notas privadas para una carta sobre tres sesiones.',
        },
      ],
    },
    {
      key: 'handout',
      ask: 'Una paciente quiere indicaciones sencillas para los días después de que le quitaron un lunar. La enfermera le pide a usted un borrador de nuestra herramienta aprobada. ¿Qué le da?',
      options: [
        {
          key: 'a',
          text: 'La nota de la consulta, para que se ajuste a esta paciente.',
          right: false,
          why: 'Unas indicaciones generales no necesitan su nota; la enfermera agrega lo particular.',
        },
        {
          key: 'b',
          text: 'La nota de la consulta, sin su nombre ni fecha de nacimiento.',
          right: false,
          why: 'Menos es mejor, pero el borrador no necesita ninguna parte de su nota.',
        },
        {
          key: 'c',
          text: 'Solo el tipo de procedimiento; luego la enfermera lo revisa.',
          right: true,
          why: 'La tarea es general, así que funciona sin ninguna información de pacientes.',
        },
      ],
    },
    {
      key: 'kidney-values',
      ask: 'Un médico quiere que nuestra herramienta aprobada resuma cómo han cambiado los valores renales de un paciente. “Es tratamiento, puedo darle todo el expediente”. ¿Qué es cierto?',
      options: [
        {
          key: 'a',
          text: 'Tiene razón. Para el tratamiento se comparte sin límite.',
          right: false,
          why: 'Eso vale al compartir con un profesional que atiende al paciente, y una herramienta no lo es.',
        },
        {
          key: 'b',
          text: 'Debe darle los valores renales y las notas sobre ellos.',
          right: true,
          why: 'Con eso la herramienta puede hacer la tarea, y el resto del expediente se queda en su sitio.',
        },
        {
          key: 'c',
          text: 'Tiene razón, porque la herramienta está en nuestra lista.',
          right: false,
          why: 'La lista dice adónde puede ir la información, no que deba ir toda.',
        },
      ],
    },
    {
      key: 'more-than-asked',
      ask: 'Una paciente pregunta en recepción si ya se envió su referido. La búsqueda con IA de nuestro programa ofrece: “¿Resumir todo su historial?”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Acepto. Con el panorama completo puedo atenderla mejor.',
          right: false,
          why: 'Su historial no tiene que ver con lo que pregunta, y la tarea no lo necesita.',
        },
        {
          key: 'b',
          text: 'Acepto, leo solo lo de los referidos y lo cierro.',
          right: false,
          why: 'El resumen abre todo su historial, por rápido que usted lo cierre.',
        },
        {
          key: 'c',
          text: 'No acepto, y pregunto solo si el referido salió y cuándo.',
          right: true,
          why: 'Responde a su pregunta y no abre nada que usted no necesite.',
        },
      ],
    },
    {
      key: 'template',
      ask: 'Nuestra plantilla para cartas de recordatorio pide el nombre de pila, el tipo de consulta y el mes. Un compañero añade diagnósticos, “para que suenen más cálidas”. ¿Qué opina?',
      options: [
        {
          key: 'a',
          text: 'Seguir la plantilla y proponer el cambio al oficial de privacidad.',
          right: true,
          why: 'Alguien pensó qué necesitan estas cartas; un cambio merece el mismo cuidado.',
        },
        {
          key: 'b',
          text: 'Está bien, porque la herramienta está aprobada para esos datos.',
          right: false,
          why: 'Una herramienta aprobada también recibe solo lo necesario, y estas cartas no necesitan diagnósticos.',
        },
        {
          key: 'c',
          text: 'Está bien, si alguien lee cada carta antes de enviarla.',
          right: false,
          why: 'Leer la carta no deshace lo que ya se le dio a la herramienta.',
        },
      ],
    },
  ],
}
