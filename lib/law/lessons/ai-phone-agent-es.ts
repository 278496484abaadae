import type { LessonText } from './lesson.ts'

export const aiPhoneAgentEs: LessonText = {
  title: 'El agente telefónico de IA y usted',
  body: `Un agente telefónico de IA contesta llamadas, da citas y toma recados. No sabe quién llama en realidad, y puede pasar por alto lo que una persona oiría. Esto es lo que debe hacer, y cuándo interviene usted.

## Los primeros segundos

Quien llama debe oír primero tres cosas: que la llamada se graba, que habla con una IA y cómo llegar a una persona. Si no acepta, lo atiende una persona, sin grabar. Las reglas sobre grabaciones varían según el estado; pregunte al oficial de privacidad qué pide el suyo. Decirlo al inicio de cada llamada es lo seguro en todas partes.

## ¿Quién llama?

- **Dos identificadores antes de decir nada,** como nombre completo y fecha de nacimiento. Los dice quien llama. Ni usted ni el agente los leen en voz alta.
- **Saber los datos de ella no es tener su permiso.** Podemos decir a la familia lo que necesita para ayudar en su atención si ella acepta o no se opone. Búsquelo en el expediente. Si no está, pregúntele primero a ella.
- **Una cita también es información del paciente.** Y también que alguien se atiende aquí.

> El agente le pasa una llamada. “Soy su esposo. ¿Qué salió en la biopsia? Tengo su fecha de nacimiento”. Suena amable y preocupado. El expediente no dice nada de él. La recepcionista responde: “Entiendo su preocupación. No puedo dar información en esta llamada. Ella puede llamarnos cuando guste”. Luego deja una nota para la enfermera.

## Cuándo contesta una persona

1. **Palabras de emergencia** como dolor de pecho, no puedo respirar, sangrado fuerte, quiero morir: una persona o el 911, al instante.
2. Quien llama pide una persona, está alterado o no logra hacerse entender.
3. Al recibir la llamada, verifique otra vez quién es, salvo que su pantalla muestre que ya se hizo. El resumen del agente puede estar mal: pregunte.

## Buzón de voz y llamadas nuestras

Deje el nombre del consultorio, el número y “por favor, llámenos”. Ni resultados ni motivos. Las llamadas con voz de IA requieren antes el consentimiento del paciente, con pocas excepciones. Si alguien dice que paren, avise el mismo día; la ley nos da como máximo diez días hábiles.

¿El agente le dijo algo a la persona equivocada? Avise de inmediato al oficial de privacidad y conserve la grabación.`,
  questions: [
    {
      key: 'worried-husband',
      ask: 'Alguien que llama sabe el nombre, la fecha de nacimiento y la última consulta de una paciente. Dice que es su esposo y quiere los resultados. El expediente no lo menciona. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Se los digo. Dio dos identificadores, así que está verificado.',
          right: false,
          why: 'Eso muestra que sabe los datos de ella, no que ella quiera que él sepa sus resultados.',
        },
        {
          key: 'b',
          text: 'No digo nada, tomo su recado y le pregunto primero a la paciente.',
          right: true,
          why: 'Lo decide ella; con su permiso anotado, la próxima llamada será fácil.',
        },
        {
          key: 'c',
          text: 'Le digo solo que por ahora no tiene de qué preocuparse.',
          right: false,
          why: 'Ese es su resultado con otras palabras, y ella no ha aceptado compartirlo.',
        },
      ],
    },
    {
      key: 'tight-chest',
      ask: 'En su pantalla ve el texto de una llamada en curso: “Siento el pecho apretado, pero solo quiero cambiar mi cita”. El agente le ofrece horarios. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'La marco como urgente, para que la enfermera la vea primero.',
          right: false,
          why: 'Un mensaje espera a que alguien lo lea, y un pecho apretado quizá no pueda esperar.',
        },
        {
          key: 'b',
          text: 'Dejo que el agente termine y después llamo yo al paciente.',
          right: false,
          why: 'Los minutos cuentan, y quizá el paciente no conteste cuando usted llame.',
        },
        {
          key: 'c',
          text: 'Tomo la llamada ya y sigo nuestros pasos de emergencia.',
          right: true,
          why: 'Las palabras de emergencia van siempre a una persona al instante, pida lo que pida quien llama.',
        },
      ],
    },
    {
      key: 'her-own-voicemail',
      ask: 'Una prueba salió positiva y la enfermera quiere que la paciente llame. Le contesta el buzón de voz, con el nombre completo de ella en el saludo. ¿Qué mensaje deja?',
      options: [
        {
          key: 'a',
          text: 'El nombre del consultorio, el número y “por favor, llámenos”.',
          right: true,
          why: 'Le llega a ella y no le dice nada a nadie más que escuche.',
        },
        {
          key: 'b',
          text: 'Que ya está su resultado y que necesita tratamiento pronto.',
          right: false,
          why: 'Quizá venga antes, pero en su casa también pueden oírlo otros.',
        },
        {
          key: 'c',
          text: 'El resultado, porque el saludo muestra que es su teléfono.',
          right: false,
          why: 'El saludo dice de quién es el teléfono, no quién lo escucha.',
        },
      ],
    },
    {
      key: 'same-name',
      ask: 'El agente confundió a dos pacientes con el mismo nombre y le leyó a uno la cita del otro. Quien llamó se lo toma con humor. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Borro la grabación, para que nadie más pueda oírla.',
          right: false,
          why: 'Necesitamos la grabación para ver qué se dijo y qué falló.',
        },
        {
          key: 'b',
          text: 'Aviso de inmediato al oficial de privacidad y la conservo.',
          right: true,
          why: 'Alguien debe valorar qué significa para el otro paciente y corregir la verificación.',
        },
        {
          key: 'c',
          text: 'Corrijo la cita. No se le dijo nada médico a quien llamó.',
          right: false,
          why: 'Que alguien tenga una cita aquí también es información del paciente.',
        },
      ],
    },
    {
      key: 'robot-calls',
      ask: 'Una paciente le dice en recepción: “Su robot me llama todos los días por mi chequeo. Que pare”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Lo anoto y aviso hoy a quien se encarga de las llamadas.',
          right: true,
          why: 'Su palabra basta, la diga como la diga, y el plazo para parar ya está corriendo.',
        },
        {
          key: 'b',
          text: 'Le pido que marque la tecla de baja en la próxima llamada.',
          right: false,
          why: 'Acaba de decírnoslo; no tiene que repetírselo a una máquina.',
        },
        {
          key: 'c',
          text: 'Le explico que las llamadas sobre su salud no se pueden quitar.',
          right: false,
          why: 'Sí se pueden, y ella puede rechazarlas; hay otras formas de avisarle.',
        },
      ],
    },
  ],
}
