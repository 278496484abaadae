import type { LessonText } from './lesson.ts'

export const checkingOutputEs: LessonText = {
  title: 'Revise lo que escribió la IA antes de usarlo',
  body: `La IA escribe rápido y suena muy segura. Suena igual de segura cuando se equivoca. En cuanto usted actúa según un resumen, envía un mensaje o factura un código, ya no es un borrador. **La última mirada siempre es de una persona.**

> Llega una carta del hospital de once páginas. La IA la convierte en seis líneas muy claras. Dana, asistente médica, está por archivarlas, pero antes abre la carta. Operación en la cadera derecha; el resumen dice izquierda. “No tomar ibuprofeno”; el resumen dice que lo tome. Anticoagulante de 2.5 mg; el resumen dice 25. Y falta la revisión de la herida del viernes. Cuatro errores, y se leía tan bien.

## Cinco errores que hay que buscar

- **Lo inventado:** un medicamento, una prueba o una frase que no está en el original.
- **Lo que falta:** una alergia, una caída, un seguimiento, una preocupación.
- **El lado equivocado:** izquierda por derecha, u otro diente, otro ojo u otra zona de la piel.
- **Un “no” perdido:** “niega fiebre” se vuelve “fiebre”, o al revés.
- **El número equivocado:** dosis, fecha, unidad o peso.

## Mire el original, no la pantalla

Cuando una herramienta acierta nueve veces, a la décima dejamos de mirar. Les pasa también a las personas cuidadosas, sobre todo a las cinco de la tarde. Por eso, apóyese en algo fuera de la herramienta:

1. Antes de leer un borrador, nombre las dos o tres cosas que más importan para este paciente.
2. Compárelo con la carta, el expediente o el paciente. Preguntarle a la misma herramienta “¿segura?” no es revisar.
3. Lea uno por uno los números, los lados, las alergias y cada “no”.
4. Para un código o una sugerencia, busque la línea del expediente que lo respalda. Sin línea, no hay código.

## Cuando algo está mal

Si una dosis o una orden equivocada pudo llegar al paciente, primero está el paciente: avise ya al profesional clínico y escriba después. Luego se corrige el expediente con fecha, nunca en silencio.

Usted puede no estar de acuerdo con una herramienta; para eso está ahí. Escriba en una frase qué hizo y por qué. Y cuéntele a su gerente los errores, también los pequeños. El resumen del próximo paciente puede tener el mismo.`,
  questions: [
    {
      key: 'last-three',
      ask: 'Son las 5:40 de la tarde. Seis borradores de la IA esperan su revisión. Los tres primeros eran perfectos. ¿Qué hace con los otros tres?',
      options: [
        {
          key: 'a',
          text: 'Los hojeo buscando algo raro. Hoy la herramienta va muy bien.',
          right: false,
          why: 'Un lado o una dosis equivocada no se ve rara, y varios borradores buenos seguidos son lo que nos hace dejar de mirar.',
        },
        {
          key: 'b',
          text: 'Comparo cada uno con el expediente, igual que los otros.',
          right: true,
          why: 'Tres borradores buenos no dicen nada del cuarto.',
        },
        {
          key: 'c',
          text: 'Los apruebo ahora y mañana, con descanso, los vuelvo a leer.',
          right: false,
          why: 'Otros pueden actuar según ellos esta noche; se revisa antes de aprobar.',
        },
      ],
    },
    {
      key: 'no-allergies',
      ask: 'El resumen de la IA dice “sin alergias conocidas”. Mientras le toma la presión, la paciente menciona que hace años la amoxicilina le causó un sarpullido. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Anoto lo que dijo y le aviso al profesional que el resumen está mal.',
          right: true,
          why: 'La paciente es mejor fuente que un resumen, y hoy pueden recetarle algo.',
        },
        {
          key: 'b',
          text: 'Me quedo con el resumen, porque se hizo con todo el expediente.',
          right: false,
          why: 'Los resúmenes omiten cosas, y quizá nunca estuvo en el expediente.',
        },
        {
          key: 'c',
          text: 'Hago que la herramienta lo lea otra vez y uso la segunda respuesta.',
          right: false,
          why: 'La misma herramienta no es una revisión independiente, y ella acaba de decírselo.',
        },
      ],
    },
    {
      key: 'higher-code',
      ask: 'La IA sugiere un código de consulta más alto. Usted no encuentra nada en la nota que lo respalde. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Uso ese código. La herramienta ha visto miles de notas parecidas.',
          right: false,
          why: 'Un código se basa en esta nota, no en otras.',
        },
        {
          key: 'b',
          text: 'Le pido al profesional que agregue una línea para que coincidan.',
          right: false,
          why: 'La nota cuenta lo que pasó; no se reescribe para ajustarla a un código.',
        },
        {
          key: 'c',
          text: 'Facturo el código que la nota respalda y anoto el motivo.',
          right: true,
          why: 'Usted puede mostrar la línea que respalda su código y por qué no usó el otro.',
        },
      ],
    },
    {
      key: 'refill-went-out',
      ask: 'Un resumen de la IA archivado ayer dice 25 mg. La carta dice 2.5. Esta mañana se envió la receta. ¿Qué hace primero?',
      options: [
        {
          key: 'a',
          text: 'Corrijo el número en el expediente y lo menciono en la reunión.',
          right: false,
          why: 'Para la hora de la reunión, el paciente puede haber tomado la dosis equivocada.',
        },
        {
          key: 'b',
          text: 'Aviso ya al profesional, para que llamen al paciente.',
          right: true,
          why: 'Primero está el paciente; la corrección con fecha viene después.',
        },
        {
          key: 'c',
          text: 'Escribo al proveedor, porque puede afectar a otros pacientes.',
          right: false,
          why: 'También debe hacerse hoy, pero eso no le llega a este paciente.',
        },
      ],
    },
    {
      key: 'routine-call',
      ask: 'La herramienta de triaje marca una llamada como rutinaria. Usted oye que a quien llama le falta el aire entre palabra y palabra. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Paso ya la llamada a un profesional y anoto por qué.',
          right: true,
          why: 'Usted oye lo que la herramienta no puede valorar, y su frase ayuda a corregirla.',
        },
        {
          key: 'b',
          text: 'Sigo la herramienta y agrego al mensaje que tengo dudas.',
          right: false,
          why: 'Una duda anotada en la lista de rutina se lee demasiado tarde.',
        },
        {
          key: 'c',
          text: 'Escribo más detalles hasta que la herramienta cambie de opinión.',
          right: false,
          why: 'Se pierden minutos, y usted no necesita su permiso para actuar.',
        },
      ],
    },
  ],
}
