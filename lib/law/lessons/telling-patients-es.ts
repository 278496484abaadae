import type { LessonText } from './lesson.ts'

export const tellingPatientsEs: LessonText = {
  title: 'Diga a los pacientes cuándo es una IA',
  body: `Los pacientes nos cuentan cosas que no le cuentan a nadie más. No deberían tener que adivinar si les responde una persona o un programa. Varios estados tienen leyes sobre esto. Varían en qué casos cuentan, cuándo hay que decirlo y con qué palabras, así que **pregunte al oficial de privacidad qué pide su estado**. Lo que sigue es una costumbre segura en todas partes.

> Sábado, 10 de la noche. Un día después de un relleno de labios, la paciente de un med spa escribe en el chat del sitio web: “Tengo el labio hinchado y un poco blanco. ¿Es normal?”. Enseguida llega una respuesta amable, firmada “Su equipo de atención”. Ella cree que la vio una enfermera y se va a dormir. Ninguna persona había visto su mensaje. Si el chat hubiera dicho “Soy una IA. Ahora ninguna enfermera lee esto. Si algo le preocupa, llámenos”, ella habría llamado.

## Un buen aviso

- **Va primero.** Arriba en una carta o un mensaje, al inicio de una llamada y a la vista durante todo un chat. Algunos estados lo piden otra vez al final de la llamada.
- **Lo dice claro.** “Este mensaje lo escribió una IA”, no “preparado con tecnología inteligente”.
- **Muestra cómo llegar a una persona:** un número, una tecla, un nombre. Y de verdad contesta alguien.
- **No presta una licencia.** Un programa no es “la enfermera Mia” ni “Dr.”, ni lleva bata blanca.

Use las palabras que aprobó nuestro consultorio, y no las acorte.

## Cuándo tener más cuidado

1. El paciente ve u oye lo que hizo la IA.
2. Se trata de su salud, no solo de una hora o una factura.
3. Ningún profesional con licencia lo leyó antes de que saliera.
4. Es terapia o consejería. Deténgase y pregunte primero: algunos estados no dejan que la IA haga la terapia.

Cuantas más de estas cosas se cumplan, más probable es que la ley de un estado pida un aviso. Si tiene dudas, dé el aviso. Una línea honesta nunca le hizo daño a nadie.

## Si un paciente pregunta o dice que no

Responda con franqueza: “Sí, era una IA. Yo soy una persona. ¿En qué le ayudo?”

Si un paciente no quiere IA, hágalo sin ella, anote su deseo en el expediente y siga adelante. Decir que no nunca significa una cita más tarde, un precio más alto o un trato más frío.`,
  questions: [
    {
      key: 'first-line',
      ask: 'Nuestro portal va a explicar los resultados de laboratorio con textos que escribe la IA. Ningún profesional los lee antes que el paciente. ¿Qué primera línea elige?',
      options: [
        {
          key: 'a',
          text: '“Su equipo de atención preparó esto con tecnología moderna”.',
          right: false,
          why: 'Oculta que lo escribió una IA y hace pensar que el equipo lo leyó.',
        },
        {
          key: 'b',
          text: '“Este texto es solo informativo y no es un consejo médico”.',
          right: false,
          why: 'Nos protege a nosotros, y el paciente sigue sin saber quién lo escribió ni a quién preguntar.',
        },
        {
          key: 'c',
          text: '“Lo escribió una IA. Para hablar con enfermería: 555-0142”.',
          right: true,
          why: 'Dice lo que es con palabras claras y cómo llegar a una persona.',
        },
      ],
    },
    {
      key: 'was-that-a-robot',
      ask: 'El agente telefónico de IA le pasa una llamada. “¿Eso era un robot? ¡Le conté cosas privadas!” ¿Qué le dice?',
      options: [
        {
          key: 'a',
          text: '“Sí, era una IA. Yo soy una persona y le ayudo ahora mismo”.',
          right: true,
          why: 'Una respuesta franca y una persona es lo que necesita para volver a confiar.',
        },
        {
          key: 'b',
          text: '“Es solo nuestro menú telefónico, nadie la ha oído todavía”.',
          right: false,
          why: 'No es verdad: el agente registró lo que ella contó.',
        },
        {
          key: 'c',
          text: '“Tomo nota de lo que me dice. ¿Cuál era el motivo de su llamada?”',
          right: false,
          why: 'Hizo una pregunta sincera y se quedó sin respuesta.',
        },
      ],
    },
    {
      key: 'no-thanks',
      ask: 'El señor Haddad no quiere que la IA redacte sus mensajes ni sus notas. El profesional va con retraso. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Le ofrezco un día de la próxima semana, con tiempo para escribir.',
          right: false,
          why: 'Negarse no debe costarle la cita.',
        },
        {
          key: 'b',
          text: 'Anoto su deseo en el expediente, y la consulta de hoy sigue sin IA.',
          right: true,
          why: 'Recibe la misma atención a la misma hora, y quien lo atienda después lo sabrá.',
        },
        {
          key: 'c',
          text: 'Le cuento lo bien que funciona y le pregunto otra vez antes de entrar.',
          right: false,
          why: 'Ya respondió; preguntar hasta que ceda no es dejarle elegir.',
        },
      ],
    },
    {
      key: 'nurse-mia',
      ask: 'El nuevo asistente del sitio web se va a llamar “Enfermera Mia”, con una foto en uniforme. Su gerente le pide su opinión. ¿Qué le dice?',
      options: [
        {
          key: 'a',
          text: 'Bien, si la letra pequeña dice que Mia es un programa.',
          right: false,
          why: 'La gente cree en el nombre y la foto, y pocos leen la letra pequeña.',
        },
        {
          key: 'b',
          text: 'Bien, si una de nuestras enfermeras escribe sus respuestas.',
          right: false,
          why: 'El programa sigue sin ser enfermera, escriba quien escriba sus respuestas.',
        },
        {
          key: 'c',
          text: 'Mejor un nombre y una foto que no parezcan de enfermera.',
          right: true,
          why: 'Nada debe hacer pensar que responde un profesional con licencia.',
        },
      ],
    },
    {
      key: 'across-the-line',
      ask: 'Abrimos un segundo consultorio al otro lado del límite estatal. ¿Puede usar el aviso de IA que ya tenemos?',
      options: [
        {
          key: 'a',
          text: 'Sí, porque lo que bastaba en este estado también basta en el otro.',
          right: false,
          why: 'Los estados varían en qué casos cuentan, cuándo decirlo y con qué palabras.',
        },
        {
          key: 'b',
          text: 'Por ahora sí, y el oficial de privacidad revisa qué agrega ese estado.',
          right: true,
          why: 'Los pacientes lo saben desde el primer día, y se revisa el texto para ese estado.',
        },
        {
          key: 'c',
          text: 'Lo quitamos hasta saber si el nuevo estado quiere un aviso.',
          right: false,
          why: 'Los pacientes tendrían que adivinar, y quizá ese estado ya lo pide.',
        },
      ],
    },
  ],
}
