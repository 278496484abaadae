import type { LessonText } from './lesson.ts'

export const phiInPromptsEs: LessonText = {
  title: 'Información de pacientes en lo que le da a la IA',
  body: `Una instrucción (en inglés, “prompt”) es todo lo que usted le da a una herramienta de IA: texto, un archivo, una foto, su voz. Si contiene **información de salud protegida (PHI)**, solo puede ir a una herramienta que nuestra lista apruebe para PHI. Por eso, primero hay que reconocerla.

## Qué la convierte en PHI

Dos cosas juntas: trata de la salud, la atención o los pagos de alguien, y apunta a esa persona. No tiene que sonar privada. “Tiene cita el martes” basta, si sabemos de quién es la cita.

La ley enumera 18 tipos de datos que apuntan a una persona. Los más comunes:

- nombres, direcciones, teléfonos, correos electrónicos
- fechas de nacimiento, de consultas, de cirugías; edades de más de 89 años
- números de expediente, de seguro y de cuenta
- caras en fotos, voces en grabaciones
- cualquier otra cosa que solo corresponda a una persona

## Quitar el nombre no basta

> Una enfermera de un med spa quiere ayuda para responder con amabilidad. Escribe: “Paciente, la única apicultora del pueblo, con hinchazón tras un relleno el 3 de junio”. Sin nombre, sin número. La recepcionista pasa, mira la pantalla y dice: “Ah, ya sé quién es”.

Si alguien del pueblo puede adivinarlo, apunta a una persona. También un nombre de pila con una enfermedad rara, o la fecha de una consulta.

## Practique: ¿es PHI o no?

1. “Escribe un recordatorio de ayuno para un análisis de sangre”. **No.** No trata de nadie.
2. “Escribe un recordatorio para el paciente de este número”. **Sí.** El número apunta a un paciente nuestro.
3. “Explica este código de rechazo”. **No.** El código solo no apunta a nadie.
4. “¿Por qué rechazaron este reclamo?”, con el número de asegurado. **Sí.**
5. “Pasa a texto este mensaje de voz”. **Sí.** La voz sola apunta a la persona.
6. “Haz una lista con esta foto de nuestra pizarra”. **Sí,** si aparece un paciente.

## Qué hacer

- Pregunte sin el paciente y complete usted los datos después.
- Si la tarea necesita los datos, use una herramienta aprobada para PHI.
- ¿Tiene dudas? Trátelo como PHI y pregunte al oficial de privacidad.`,
  questions: [
    {
      key: 'initials',
      ask: 'Quiere que un chatbot no aprobado para PHI le redacte un mensaje: “J.R., visto el 12 de mayo por un sarpullido, faltó al seguimiento”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Lo envío. Las iniciales no son un nombre; nadie sabrá quién es.',
          right: false,
          why: 'Las iniciales, con una fecha de consulta y un motivo, siguen apuntando a un paciente.',
        },
        {
          key: 'b',
          text: 'Pido un texto sobre citas perdidas y agrego yo lo demás.',
          right: true,
          why: 'La herramienta puede escribir un buen mensaje sin saber para quién es.',
        },
        {
          key: 'c',
          text: 'Cambio las iniciales por “paciente” y dejo la fecha y el sarpullido.',
          right: false,
          why: 'La fecha de una consulta es uno de los 18 tipos de datos, con iniciales o sin ellas.',
        },
      ],
    },
    {
      key: 'screenshot',
      ask: 'Su programa de citas muestra un error. Quiere preguntar a un chatbot no aprobado para PHI. Detrás del error se ve la agenda de hoy. ¿Qué envía?',
      options: [
        {
          key: 'a',
          text: 'Solo las palabras del error, escritas por mí.',
          right: true,
          why: 'El error es todo lo que la herramienta necesita, y escrito así no lleva a ningún paciente.',
        },
        {
          key: 'b',
          text: 'La captura. La pregunta es sobre el programa.',
          right: false,
          why: 'Lo que cuenta es lo que se ve en la imagen, y ahí están los pacientes de hoy.',
        },
        {
          key: 'c',
          text: 'La captura con los nombres de los pacientes tachados.',
          right: false,
          why: 'Siguen visibles fechas, horas y motivos de consulta, que también pueden apuntar a pacientes.',
        },
      ],
    },
    {
      key: 'rare-illness',
      ask: 'Una doctora quiere preguntar a una IA gratuita: “El único paciente de nuestro condado con esta enfermedad rara, 41 años, toma dos medicamentos. ¿Es seguro un tercero?”. ¿Está bien?',
      options: [
        {
          key: 'a',
          text: 'Sí. No lleva nombre, número ni fecha de nacimiento.',
          right: false,
          why: 'Que falte el nombre no ayuda cuando lo demás solo corresponde a una persona.',
        },
        {
          key: 'b',
          text: 'Sí. Se trata de un tratamiento, así que se puede compartir.',
          right: false,
          why: 'Un buen motivo no convierte una herramienta gratuita en un lugar seguro para PHI.',
        },
        {
          key: 'c',
          text: 'No. El condado y la enfermedad apuntan a una persona.',
          right: true,
          why: 'Solo corresponde a un paciente, así que es PHI y va en una herramienta aprobada.',
        },
      ],
    },
    {
      key: 'voicemail',
      ask: 'En un mensaje de voz, una paciente solo dice: “Llámenme por mis resultados”. Una compañera quiere pasarlo a texto con una aplicación gratuita. ¿Qué le dice?',
      options: [
        {
          key: 'a',
          text: '“Adelante. No dice su nombre ni cuáles son los resultados”.',
          right: false,
          why: 'La voz es uno de los 18 tipos de datos, y el mensaje trata de su atención.',
        },
        {
          key: 'b',
          text: '“Mejor no. Su voz y sus resultados lo convierten en PHI”.',
          right: true,
          why: 'La grabación trata de su atención y la voz apunta a ella; con eso basta.',
        },
        {
          key: 'c',
          text: '“Adelante, pero borra la grabación de la aplicación enseguida”.',
          right: false,
          why: 'Para entonces ya salió del consultorio, y no podemos saber qué guarda la aplicación.',
        },
      ],
    },
    {
      key: 'nobody-in-it',
      ask: 'Un compañero nuevo le pide a nuestro chatbot general: “Explica con palabras sencillas cómo prepararse para una colonoscopia”. Alguien dice: “¡Alto, eso es PHI!”. ¿Quién tiene razón?',
      options: [
        {
          key: 'a',
          text: 'El compañero nuevo. En la pregunta no hay pacientes.',
          right: true,
          why: 'Trata de un procedimiento y no de una persona, así que no es PHI.',
        },
        {
          key: 'b',
          text: 'La otra persona. Todo lo médico cuenta como PHI.',
          right: false,
          why: 'Las palabras médicas por sí solas no son PHI; algo tiene que apuntar a una persona.',
        },
        {
          key: 'c',
          text: 'Depende de si antes lo había pedido un paciente.',
          right: false,
          why: 'Cuenta lo que hay en la instrucción, y nada en esta apunta a un paciente.',
        },
      ],
    },
  ],
}
