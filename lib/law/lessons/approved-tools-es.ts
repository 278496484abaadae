import type { LessonText } from './lesson.ts'

export const approvedToolsEs: LessonText = {
  title: 'Solo herramientas de IA aprobadas',
  body: `La inteligencia artificial (IA) puede ayudarle en el trabajo. Hay una sola regla: **use solo las herramientas de nuestra lista, y solo para lo que la lista indica.** Aquí verá qué cuenta como IA, por qué importa la lista y qué hacer si una herramienta no está en ella.

## Qué cuenta como IA

Más de lo que parece. Todo esto puede enviar lo que usted escribe, dice o abre a una empresa ajena al consultorio:

- un chatbot, en la computadora o en su teléfono
- un escriba que escucha la consulta y redacta la nota
- un agente telefónico que contesta llamadas
- una extensión del navegador que resume o corrige lo que hay en su pantalla
- un botón nuevo, en un programa conocido, que ofrece escribir, resumir o traducir

Los dos últimos toman a la gente por sorpresa. Pueden aparecer con una actualización, sin que nadie avise.

## Cómo salen mal las cosas

> Viernes, diez para las cinco. Un especialista quiere hoy una carta de referido. La asistente médica copia su borrador, con nombre, fecha de nacimiento y diagnóstico, en un chatbot gratuito, desde su cuenta personal: “Haz que suene mejor”. La carta queda perfecta. Ella borra el chat y se va a casa.

Borrar no lo deshizo. La información del paciente llegó a una empresa que nunca se comprometió con nosotros a protegerla. Esa empresa puede guardar copias o usarlas para mejorar su producto. Ya no podemos recuperarlas.

Toda empresa que maneja información de pacientes para nosotros debe firmar antes un acuerdo para protegerla. La lista dice qué herramientas lo tienen. Una cuenta personal no está cubierta, aunque sea de la misma marca.

## Qué hacer

1. **Mire primero la lista.** Si no sabe dónde está, pregúntele hoy al oficial de privacidad.
2. **Entre con su cuenta de trabajo.** Nunca con una personal.
3. **¿No está en la lista? Pregunte al oficial de privacidad.** Hasta tener respuesta, trabaje sin la herramienta.
4. **¿Ya pegó algo? Avise de inmediato.** Deje el chat como está. Ver qué se envió nos ayuda a proteger al paciente.

Preguntar toma un minuto. Recuperar la información puede ser imposible.`,
  questions: [
    {
      key: 'new-button',
      ask: 'Tras una actualización, su programa de citas tiene un botón nuevo: “Resumir con IA los mensajes de este paciente”. Nadie le ha hablado de él. ¿Qué hace usted?',
      options: [
        {
          key: 'a',
          text: 'Lo uso. El programa está aprobado, así que lo nuevo también.',
          right: false,
          why: 'Una función nueva de IA puede enviar información a otra empresa, y por eso necesita su propia revisión.',
        },
        {
          key: 'b',
          text: 'No lo toco y le pregunto al oficial de privacidad si está aprobado.',
          right: true,
          why: 'Mientras nadie haya revisado adónde van los mensajes, usted no puede saber si están protegidos.',
        },
        {
          key: 'c',
          text: 'Lo pruebo con un solo paciente, para ver si vale la pena preguntar.',
          right: false,
          why: 'Los mensajes de un solo paciente ya son información enviada afuera; primero se pregunta.',
        },
      ],
    },
    {
      key: 'locked-out',
      ask: 'No puede entrar al chatbot aprobado y hay una carta pendiente. En casa usa la versión gratuita de la misma marca. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Uso mi versión gratuita por esta vez. Es la misma empresa.',
          right: false,
          why: 'Nuestro acuerdo cubre la cuenta del consultorio, no su cuenta personal en la misma empresa.',
        },
        {
          key: 'b',
          text: 'Uso mi versión gratuita y borro el chat al terminar.',
          right: false,
          why: 'Borrar limpia su pantalla; la empresa puede conservar lo que usted envió.',
        },
        {
          key: 'c',
          text: 'Escribo la carta yo y pido que arreglen mi cuenta de trabajo.',
          right: true,
          why: 'Hoy toma más tiempo, pero la información del paciente se queda donde está protegida.',
        },
      ],
    },
    {
      key: 'deleted-chat',
      ask: 'Una compañera le cuenta que esta mañana pegó el referido de un paciente en un chatbot gratuito. “No pasa nada, ya lo borré”. ¿Cuál es la mejor respuesta?',
      options: [
        {
          key: 'a',
          text: '“Avisemos ya al oficial de privacidad y anotemos qué contenía”.',
          right: true,
          why: 'Borrarlo no lo trajo de vuelta, y cuanto antes lo sepamos, más podemos hacer.',
        },
        {
          key: 'b',
          text: '“Entonces ya está. De ahora en adelante usa la herramienta aprobada”.',
          right: false,
          why: 'La información ya salió del consultorio; alguien tiene que ver qué significa eso para el paciente.',
        },
        {
          key: 'c',
          text: '“Esperemos a ver si el paciente o la empresa dicen algo”.',
          right: false,
          why: 'La mayoría de los pacientes nunca se enteraría, y esperar solo hace perder tiempo.',
        },
      ],
    },
    {
      key: 'extension',
      ask: 'Encuentra una extensión gratuita del navegador que resume correos largos. Le ahorraría una hora al día con las aseguradoras. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'La instalo y la apago cuando tengo abierto un expediente.',
          right: false,
          why: 'Los correos de las aseguradoras también traen información de pacientes, y es fácil olvidar apagarla.',
        },
        {
          key: 'b',
          text: 'Pregunto antes. Puede leer todo lo que abro en el navegador.',
          right: true,
          why: 'Una extensión ve sus páginas y puede enviarlas, así que es una herramienta de IA como cualquier otra.',
        },
        {
          key: 'c',
          text: 'La instalo si tiene muchos usuarios y muy buenas reseñas.',
          right: false,
          why: 'Las reseñas dicen que a la gente le gusta, no que la empresa se comprometió a proteger a nuestros pacientes.',
        },
      ],
    },
    {
      key: 'just-this-once',
      ask: 'Un médico le pide pasar a texto el mensaje de voz de un paciente con una aplicación de su propio teléfono. “Solo por hoy, no damos abasto”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Lo hago. El médico es responsable de la información del paciente.',
          right: false,
          why: 'La regla vale para todos; un día pesado no hace segura la aplicación.',
        },
        {
          key: 'b',
          text: 'Lo hago, pero no le pongo al archivo el nombre del paciente.',
          right: false,
          why: 'La voz y el mensaje son información del paciente, se llame como se llame el archivo.',
        },
        {
          key: 'c',
          text: 'Lo escucho, escribo yo el mensaje y ofrezco preguntar por la app.',
          right: true,
          why: 'El médico recibe hoy el mensaje, y quizá la próxima vez la aplicación ya esté aprobada.',
        },
      ],
    },
  ],
}
