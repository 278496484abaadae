import type { LessonText } from './lesson.ts'

export const speakUpFastEs: LessonText = {
  title: '¿Algo salió mal? Avise pronto',
  body: `Tarde o temprano, todos enviamos algo al lugar equivocado. Lo que pasa después importa más que el error. En la primera hora muchas veces todavía podemos recuperarlo. Más tarde solo podemos dar explicaciones.

> Luis, en recepción, deja que la herramienta de IA escriba un resumen de la consulta de María Gómez, elige la dirección y lo envía. Diez segundos después se da cuenta: era la otra María Gómez. Siente un vacío en el estómago. Podría borrar el mensaje enviado y esperar que nadie lo note. En cambio, llama al oficial de privacidad. A mediodía la otra señora Gómez ya nos dijo que lo borró sin leerlo, y los hechos están por escrito.

## Qué hay que reportar

No necesita tener la certeza. “Esto no me parece bien” es suficiente.

- Información de un paciente que llegó a quien no debía, o a una herramienta de IA que no está en nuestra lista
- Una nota o un mensaje de la IA con datos de otra persona
- Un teléfono o una computadora perdidos, un inicio de sesión extraño, un clic del que se arrepiente
- Algo que hizo la IA y que dañó a un paciente, o casi

## Cómo

1. **Avise al oficial de privacidad o a su gerente en menos de una hora.** Esa es nuestra meta para cada aviso. Si nadie contesta, intente con la siguiente persona.
2. **Guarde todo.** No borre el chat, el mensaje ni la nota. Anote la hora.
3. **Diga cuatro cosas:** qué información era, quién la recibió, si la vio y qué se ha hecho desde entonces.
4. **Deje la decisión al oficial de privacidad.** Con esos cuatro datos se decide, por escrito, si fue una violación de la privacidad.

## Por qué la prisa

Hay que informar a los pacientes de una violación sin demora injustificada, y a más tardar 60 días después de descubrirla. Algunos estados dan menos tiempo; su oficial de privacidad lo sabe. Y el reloj no espera al oficial de privacidad. Puede empezar el día en que alguien del equipo lo supo, o debió saberlo. Cada semana que usted se lo calla es una semana menos para los pacientes.

## Avisar no le traerá problemas

Nadie puede amenazarle ni castigarle por avisar, aunque al final no sea nada. Si alguien lo hace, díganoslo. Romper las reglas de privacidad sí tiene consecuencias aquí. Avisar pronto nunca empeora las cosas. Ocultarlas, sí.`,
  questions: [
    {
      key: 'two-patients-one-draft',
      ask: 'El borrador de la IA para el señor Chen tiene dos líneas sobre la cirugía de otro paciente. Nadie lo ha firmado todavía. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Quito las dos líneas y sigo. Nada ha salido del consultorio.',
          right: false,
          why: 'La herramienta mezcló a dos pacientes, y puede estar haciéndolo en otros casos.',
        },
        {
          key: 'b',
          text: 'Guardo el borrador tal cual y aviso en menos de una hora.',
          right: true,
          why: 'El borrador muestra lo que pasó, y alguien puede buscar más casos.',
        },
        {
          key: 'c',
          text: 'Pongo una captura en el chat del equipo, para que todos se fijen.',
          right: false,
          why: 'Así los datos del otro paciente llegan a personas que no los necesitan.',
        },
      ],
    },
    {
      key: 'keep-it-quiet',
      ask: 'En el descanso, una compañera admite que la semana pasada pegó la carta de un paciente en un chatbot gratuito. “Por favor, no se lo diga a nadie”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Me lo callo, y ella me promete que no volverá a pasar.',
          right: false,
          why: 'Ahora usted también lo sabe, y el paciente pierde más tiempo.',
        },
        {
          key: 'b',
          text: 'La ayudo a borrar el chat hoy, y ahí lo dejamos.',
          right: false,
          why: 'Borrarlo no lo deshace, y elimina lo que necesitamos para investigarlo.',
        },
        {
          key: 'c',
          text: 'Voy hoy con ella al oficial de privacidad, o aviso yo.',
          right: true,
          why: 'Es una ayuda para ella y lo justo para el paciente, y quizá el reloj ya corre.',
        },
      ],
    },
    {
      key: 'friday-fax',
      ask: 'Viernes, 4:45 de la tarde. Usted envió un resumen por fax a un número equivocado. Su gerente ya se fue. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Llamo ya al oficial de privacidad y guardo el comprobante.',
          right: true,
          why: 'Hoy quizá aún podamos hablar con quien lo recibió, y el comprobante dice adónde llegó.',
        },
        {
          key: 'b',
          text: 'Lo escribo todo ahora y el lunes a primera hora aviso.',
          right: false,
          why: 'Se pierden dos días mientras un extraño tiene la hoja.',
        },
        {
          key: 'c',
          text: 'Llamo a ese número, pido que lo trituren y asunto cerrado.',
          right: false,
          why: 'El oficial de privacidad debe saberlo, y decide qué más hay que hacer.',
        },
      ],
    },
    {
      key: 'missing-tablet',
      ask: 'La tableta con el escriba de IA no está en su lugar. Seguramente está en otra sala. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'La busco después de mi turno y aviso si no aparece.',
          right: false,
          why: 'Si se la llevaron, en esas horas se habría podido bloquear.',
        },
        {
          key: 'b',
          text: 'Cambio ya mi contraseña. Así nadie podrá entrar.',
          right: false,
          why: 'La sesión puede seguir abierta, y solo si usted avisa se bloquea la tableta.',
        },
        {
          key: 'c',
          text: 'Aviso ya, sigo buscando y les digo si aparece.',
          right: true,
          why: 'Bloquearla toma un minuto, y una falsa alarma no cuesta nada.',
        },
      ],
    },
    {
      key: 'only-a-first-name',
      ask: 'Una compañera nueva le cuenta que un recordatorio de la IA, con un nombre de pila y una hora, llegó a otra persona. “¿Eso ya es una violación?” ¿Qué le responde?',
      options: [
        {
          key: 'a',
          text: '“No. Un nombre y una hora no son información de salud”.',
          right: false,
          why: 'Que alguien tenga una cita aquí también es información del paciente.',
        },
        {
          key: 'b',
          text: '“Gracias por decírmelo. Avisemos, y ellos deciden”.',
          right: true,
          why: 'Aprende que avisar es bienvenido, y decide quien debe decidir.',
        },
        {
          key: 'c',
          text: '“Primero pídale que lo borre, y luego ya veremos”.',
          right: false,
          why: 'Pedirlo puede estar bien, pero el aviso va primero y no depende de eso.',
        },
      ],
    },
  ],
}
