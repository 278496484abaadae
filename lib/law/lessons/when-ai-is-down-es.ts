import type { LessonText } from './lesson.ts'

export const whenAiIsDownEs: LessonText = {
  title: 'Cuando la IA no funciona, la atención sigue',
  body: `Las herramientas se detienen. Falla internet, un proveedor tiene un mal día o alguien nos ataca. Los pacientes entran por la puerta de todos modos. Nos irá bien si todos saben dos cosas: dónde está el papel y quién decide.

> Lunes, 9:05 de la mañana. El agente telefónico se queda mudo y el escriba no responde. Tom, en recepción, no pulsa diez veces “reintentar”. Abre la carpeta roja: formularios en papel, números de teléfono, las citas del día, impresas temprano esa mañana. Pasa las llamadas a recepción, le da una tabla con el formulario al primer paciente y llama a la gerente. A las 9:15 el día va más lento, y seguro.

## Los primeros minutos

1. **Pregúntese qué vigilaba la IA.** ¿Contestaba llamadas de emergencia, ordenaba mensajes urgentes, avisaba de recetas por renovar? Ahora lo hace una persona.
2. **Abra el kit de contingencia.** Formularios de ingreso, lista de teléfonos, citas.
3. **Avise a la persona que nombra nuestro plan.** Esa persona apaga una herramienta para todos, y la vuelve a encender. Pero cualquiera puede dejar de usar una herramienta que parece insegura. No espere permiso.
4. **Sin sustitutos.** Una aplicación gratuita en su propio teléfono no es un plan de respaldo. La información de los pacientes no entra ahí.

## Si parece un ataque

Archivos bloqueados, una nota que pide rescate, un cursor que se mueve solo:

- **Desconecte el cable de red o apague el wifi. Deje la computadora encendida.** Lo que hay en su memoria puede ser evidencia.
- Llame por teléfono a su gerente o a quien esté a cargo de la seguridad en menos de 15 minutos. No escriba un correo; alguien puede estar leyéndolo.
- No haga clic, no responda, no conecte nada.

La falla de un proveedor no es por sí sola una violación de la privacidad. Un ataque bien puede serlo. Avise, y deje que decida el oficial de privacidad.

## Cuando vuelve

- Espere a que la persona nombrada dé la señal.
- Ingrese las notas en papel con la hora real de la consulta y el nombre de quien las escribió.
- Revise los borradores de la IA de justo antes de la falla. Pueden estar incompletos.
- Guarde bien el papel hasta que le digan qué hacer con él. Contiene información de los pacientes.

Pruébelo hoy: encuentre el kit, y encuentre el nombre en el plan. Si tarda más de dos minutos, dígaselo a su gerente.`,
  questions: [
    {
      key: 'silent-phone-agent',
      ask: 'A media mañana, el agente telefónico de IA deja de contestar. ¿Qué hace primero?',
      options: [
        {
          key: 'a',
          text: 'Paso las llamadas a personas y busco las urgentes.',
          right: true,
          why: 'Alguien pudo haber llamado con dolor de pecho sin que nadie contestara.',
        },
        {
          key: 'b',
          text: 'Abro un reporte con el proveedor y espero su respuesta.',
          right: false,
          why: 'El reporte también importa, pero quienes llaman no pueden esperarlo.',
        },
        {
          key: 'c',
          text: 'Pongo un aviso en el sitio web de que no hay teléfono.',
          right: false,
          why: 'Quien tiene una urgencia llama; no lee antes nuestro sitio web.',
        },
      ],
    },
    {
      key: 'files-are-locked',
      ask: 'Su pantalla dice: “Sus archivos están bloqueados. Pague en 48 horas”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Apago de inmediato la computadora, para que nada se propague.',
          right: false,
          why: 'Cortar la red frena la propagación; apagarla puede destruir evidencia.',
        },
        {
          key: 'b',
          text: 'Reinicio la computadora y veo si el mensaje desaparece.',
          right: false,
          why: 'Se pierden minutos mientras el ataque puede llegar a otras computadoras.',
        },
        {
          key: 'c',
          text: 'Quito el cable de red, la dejo encendida y pido ayuda.',
          right: true,
          why: 'Queda aislada de las demás, y se conserva lo que hay en su memoria.',
        },
      ],
    },
    {
      key: 'my-own-phone',
      ask: 'El escriba de IA no funcionará hasta el mediodía. Una compañera ofrece la aplicación gratuita de dictado de su teléfono. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'La uso solo por hoy y esta noche borro las grabaciones.',
          right: false,
          why: 'Para entonces ya las tiene la empresa de la aplicación, y nadie lo aprobó.',
        },
        {
          key: 'b',
          text: 'Escribo las notas en los formularios del kit hasta que vuelva.',
          right: true,
          why: 'El papel es lento, pero la información de los pacientes se queda con nosotros.',
        },
        {
          key: 'c',
          text: 'La uso, pero sin decir en voz alta el nombre de los pacientes.',
          right: false,
          why: 'La voz y lo que se cuenta pueden revelar quién es, aun sin nombre.',
        },
      ],
    },
    {
      key: 'all-routine',
      ask: 'De pronto, el clasificador de mensajes marca todo como “rutina”, hasta un mensaje sobre dolor de pecho. La persona que nombra el plan está en una reunión. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Sigo con más cuidado y lo comento cuando termine la reunión.',
          right: false,
          why: 'Está ocultando mensajes urgentes ahora, y el próximo se puede escapar.',
        },
        {
          key: 'b',
          text: 'Advierto a quienes tengo al lado y espero a que termine la reunión.',
          right: false,
          why: 'Los demás siguen confiando en él, y los pacientes esperan.',
        },
        {
          key: 'c',
          text: 'Dejo de usarlo, leemos nosotros los mensajes e interrumpo la reunión.',
          right: true,
          why: 'Cualquiera puede dejar de usar una herramienta insegura, y esa persona puede apagarla para todos.',
        },
      ],
    },
    {
      key: 'back-at-two',
      ask: 'A las 2 de la tarde le dan la señal. En el escritorio hay notas en papel de seis consultas. ¿Qué hace con ellas?',
      options: [
        {
          key: 'a',
          text: 'El escriba redacta las consultas de memoria, y yo trituro el papel.',
          right: false,
          why: 'El papel es el registro de esas consultas; la memoria no lo es.',
        },
        {
          key: 'b',
          text: 'Las ingreso con la hora y el nombre reales, y guardo bien el papel.',
          right: true,
          why: 'El expediente muestra qué pasó y cuándo, y se puede comprobar.',
        },
        {
          key: 'c',
          text: 'Las ingreso todas a las 2, para que el expediente quede completo hoy.',
          right: false,
          why: 'Las horas equivocadas pueden confundir a quien lea sobre medicamentos o síntomas.',
        },
      ],
    },
  ],
}
