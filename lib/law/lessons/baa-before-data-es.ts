import type { LessonText } from './lesson.ts'

export const baaBeforeDataEs: LessonText = {
  title: 'Primero el acuerdo, después los datos',
  body: `La empresa proveedora que maneja información de pacientes para nosotros es nuestro **socio comercial**. Debe firmar un **acuerdo de socio comercial (BAA)** antes de recibirla. Sin BAA no hay datos: ni para una prueba, ni para una demostración, ni por un día.

## Qué empresas lo necesitan

Toda empresa externa que crea, recibe, guarda o envía información de pacientes para hacer algo por nosotros. Cuenta aunque allí nadie la mire. Casi todas las herramientas de IA que tocan esa información entran aquí.

## Qué debe decir el BAA

La ley pide quince puntos. En palabras sencillas, la empresa:

- usa los datos solo para lo que el acuerdo permite
- los protege y sigue la Regla de Seguridad
- nos avisa de malos usos, violaciones de datos e incidentes de seguridad
- obliga a sus subcontratistas a lo mismo
- ayuda cuando los pacientes piden ver o corregir su expediente, o saber quién lo recibió
- sigue nuestras reglas si cumple deberes nuestros, y abre sus libros al gobierno
- devuelve o destruye los datos al final; y podemos terminar antes si incumple algo importante

Ninguna ley enumera lo siguiente, pero con la IA pídalo también: que no entrene con datos de nuestros pacientes, cuánto guarda instrucciones y grabaciones, quién aloja el modelo, y que avise antes de cambiarlo.

## Palabras que no son un BAA

> “Cumplimos con HIPAA”, dice la vendedora, y muestra un sello en su presentación. “Empiecen hoy la prueba gratis. El papeleo viene después”. La gerente pregunta: “¿Firman un BAA para el plan que tendríamos?”. Una pausa. “Eso es solo para el plan empresarial”.

Un sello es palabra de la propia empresa. No obliga a nadie. Muchas marcas firman para un plan y no para el barato con el mismo logotipo.

## Qué hacer

1. **Pregunte primero:** “¿Firman un BAA para este producto y este plan?”.
2. **Haga revisar los quince puntos** y archivar el BAA firmado. Solo entonces abra la puerta.
3. **Pruebe con pacientes inventados** mientras tanto.
4. **Revise otra vez si algo cambia:** plan, función, subcontratista o modelo.
5. **¿Ya salieron datos sin BAA?** Pare y avise de inmediato al oficial de privacidad. Firmar después no lo deshace.`,
  questions: [
    {
      key: 'badge',
      ask: 'La herramienta de una empresa leería los mensajes de nuestros pacientes. Su sitio dice “Cumple con HIPAA”, y el vendedor dice que por eso no hace falta un BAA. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Doy las gracias y no entrego datos de pacientes sin un BAA.',
          right: true,
          why: 'Solo un acuerdo firmado obliga a la empresa a proteger la información de nuestros pacientes.',
        },
        {
          key: 'b',
          text: 'Pido su informe de seguridad, lo leo con calma y después empiezo.',
          right: false,
          why: 'Vale la pena leer un buen informe, pero no obliga a la empresa ante nosotros.',
        },
        {
          key: 'c',
          text: 'Guardo una copia de la página como prueba y empiezo.',
          right: false,
          why: 'Una frase en una página es publicidad y mañana puede desaparecer.',
        },
      ],
    },
    {
      key: 'trial-week',
      ask: 'Una doctora quiere probar un escriba de IA durante una semana con tres pacientes que aceptaron. El BAA aún no está firmado. ¿Qué le dice?',
      options: [
        {
          key: 'a',
          text: 'Adelante, porque los tres pacientes dijeron que sí.',
          right: false,
          why: 'Que acepten la grabación no obliga a la empresa a protegerla para nosotros.',
        },
        {
          key: 'b',
          text: 'Adelante, si la empresa borra las grabaciones tras esa semana.',
          right: false,
          why: 'Durante esa semana la empresa tendría datos de pacientes y ningún deber ante nosotros.',
        },
        {
          key: 'c',
          text: 'Que actúe consultas con pacientes inventados hasta firmar el BAA.',
          right: true,
          why: 'Así ve qué tan bueno es el escriba sin que salga información de ningún paciente.',
        },
      ],
    },
    {
      key: 'same-brand',
      ask: 'Tenemos un BAA para el plan empresarial de un chatbot. Dos compañeros usan el plan personal de la misma marca para cartas a pacientes. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Nada. El BAA es con la empresa, así que cubre los dos planes.',
          right: false,
          why: 'El BAA cubre el plan que nombra, y los planes personales suelen quedar fuera.',
        },
        {
          key: 'b',
          text: 'Que paren, aviso al oficial de privacidad y los paso al otro plan.',
          right: true,
          why: 'Las cartas fueron a un plan sin BAA; hay que examinarlo y tiene que terminar.',
        },
        {
          key: 'c',
          text: 'Que desactiven en la configuración el entrenamiento con sus chats.',
          right: false,
          why: 'Esa opción ayuda, pero sigue sin haber un acuerdo para lo que envían.',
        },
      ],
    },
    {
      key: 'improve-models',
      ask: 'El BAA tiene los quince puntos. Las condiciones de uso de la empresa añaden: “El contenido del cliente puede usarse para mejorar nuestros modelos”. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Firmo. El BAA pesa más, así que las condiciones no importan.',
          right: false,
          why: 'Si dos documentos se contradicen, puede enterarse demasiado tarde de cuál vale.',
        },
        {
          key: 'b',
          text: 'Antes de firmar, que se excluya por escrito para nuestros pacientes.',
          right: true,
          why: 'Dejarlo claro antes de firmar es fácil; sacar datos de un modelo no lo es.',
        },
        {
          key: 'c',
          text: 'Firmo y pido al personal que escriba lo menos posible.',
          right: false,
          why: 'Escribir menos es bueno, pero lo que se escriba aún podría entrenar el modelo.',
        },
      ],
    },
    {
      key: 'a-month-late',
      ask: 'Descubre que una empresa de transcripción recibió nuestras grabaciones durante un mes sin BAA. La empresa ofrece firmar hoy. ¿Qué es lo correcto?',
      options: [
        {
          key: 'a',
          text: 'Firmar hoy con fecha del mes pasado, para cubrir todo el tiempo.',
          right: false,
          why: 'Una fecha falsa lo empeora: ese mes transcurrió sin acuerdo.',
        },
        {
          key: 'b',
          text: 'Firmar hoy y seguir. Con el BAA el asunto queda resuelto.',
          right: false,
          why: 'El BAA protege lo que viene después; el mes pasado aún hay que examinarlo.',
        },
        {
          key: 'c',
          text: 'Parar las grabaciones y avisar antes que nada al oficial de privacidad.',
          right: true,
          why: 'Un BAA cuenta desde que se firma, y el mes pasado puede ser una violación de datos.',
        },
      ],
    },
  ],
}
