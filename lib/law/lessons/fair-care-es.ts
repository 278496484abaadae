import type { LessonText } from './lesson.ts'

export const fairCareEs: LessonText = {
  title: 'Atención justa cuando la IA ayuda a decidir',
  body: `La IA aprende del pasado, y el pasado no fue justo con todos. Una herramienta puede acertar con la mayoría de los pacientes y fallar una y otra vez con los mismos pocos. Usted conoce a esos pacientes. La herramienta, no.

> Cada mañana, un puntaje de IA ordena los mensajes del portal. En la reunión, Keisha, enfermera, dice: “Ya van tres veces. Quienes escriben en criollo haitiano quedan al final, y cuando los llamo, están más enfermos que los primeros de la lista”. En los totales nadie lo había visto; los totales se veían bien. Desde ese día una enfermera lee primero esos mensajes, y el proveedor tiene que dar explicaciones.

## Cómo entra la injusticia

- **Mide lo que no es.** Un estudio muy conocido de 2019 examinó un programa que usaba el gasto pasado para calcular quién necesitaba más ayuda. En los pacientes negros se había gastado menos, así que tenían que estar más enfermos para llegar al mismo puntaje.
- **Faltan personas.** Si en los datos había pocos pacientes como los suyos, la herramienta adivina: piel más oscura, personas mayores, enfermedades raras.
- **Se pierden palabras.** Acentos, el habla después de un derrame cerebral, otros idiomas.
- **Datos que sustituyen a otros.** Un código postal o el tipo de seguro puede ocupar el lugar de la raza, aunque la raza se haya quitado.

## Lo que debemos a nuestros pacientes

La mayoría de los consultorios que facturan a Medicare o Medicaid están sujetos a una regla federal: las herramientas que apoyan decisiones de atención no deben discriminar por raza, color, origen nacional, sexo, edad o discapacidad. Tenemos que hacer esfuerzos razonables para encontrar las herramientas que usan esos datos y reducir el riesgo. Eso empieza con lo que usted nota.

## Lo que usted puede hacer

1. **Mire al paciente antes que al puntaje.** Si no coinciden, actúe según lo que necesita el paciente y anote por qué.
2. **Dígalo pronto.** Cuéntele a su gerente qué herramienta, qué pacientes y qué pasó. Dos ejemplos bastan para empezar a mirar. No necesita pruebas.
3. **No engañe a la herramienta.** Escribir síntomas que no existen crea un expediente falso.
4. **Haga revisar las traducciones importantes.** Consentimiento, medicamentos, cuidados posteriores: un traductor humano calificado revisa lo que tradujo una máquina.
5. **Pida a los proveedores resultados por grupo**, no solo el total.`,
  questions: [
    {
      key: 'score-says-low',
      ask: 'El puntaje de riesgo de la IA dice “bajo”. La paciente que tiene enfrente habla poco inglés, está pálida y confundida. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Sigo el puntaje, porque toma en cuenta más datos de los que veo.',
          right: false,
          why: 'No puede verla, y quizá le faltó lo que ella no pudo decir.',
        },
        {
          key: 'b',
          text: 'Agrego síntomas hasta que el puntaje coincida con lo que veo.',
          right: false,
          why: 'El expediente sería falso, y la falla de la herramienta quedaría oculta.',
        },
        {
          key: 'c',
          text: 'Actúo según lo que veo y anoto por qué no lo seguí.',
          right: true,
          why: 'Ella recibe atención ahora, y su nota muestra dónde falló la herramienta.',
        },
      ],
    },
    {
      key: 'aftercare-in-vietnamese',
      ask: 'Terminó el tratamiento con láser. La paciente solo lee vietnamita. La IA tradujo en segundos la hoja de cuidados. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Hago que la revise antes un traductor calificado.',
          right: true,
          why: 'Una línea equivocada sobre la herida podría dañarla, y aquí nadie lo notaría.',
        },
        {
          key: 'b',
          text: 'Se la doy y le pido que llame si algo no está claro.',
          right: false,
          why: 'Una frase equivocada puede ser perfectamente clara.',
        },
        {
          key: 'c',
          text: 'Hago que la herramienta la traduzca de vuelta, y comparo.',
          right: false,
          why: 'La misma herramienta puede deshacer su error al volver, y así lo oculta.',
        },
      ],
    },
    {
      key: 'good-on-average',
      ask: 'El proveedor informa que su herramienta acierta 94 de cada 100 veces. Una de sus enfermeras dice que falla con sus pacientes mayores. Usted es gerente. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Le muestro el informe. Con 94 de 100 queda poco lugar para dudas.',
          right: false,
          why: 'Un buen promedio puede ocultar a un grupo con el que falla a menudo.',
        },
        {
          key: 'b',
          text: 'Miro sus casos y pido al proveedor resultados por grupo de edad.',
          right: true,
          why: 'Sus casos dicen dónde mirar, y las cifras por edad pueden mostrar si es así.',
        },
        {
          key: 'c',
          text: 'Le pido que junte antes cincuenta casos, para que no sea una impresión.',
          right: false,
          why: 'Sus pacientes esperarían meses; unos pocos casos ya son razón para mirar.',
        },
      ],
    },
    {
      key: 'race-was-removed',
      ask: 'Un proveedor le dice: “Nuestra herramienta no puede ser injusta. Quitamos la raza de los datos”. Usted quiere comprarla. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Pregunto qué otros datos pueden sustituir a la raza.',
          right: true,
          why: 'El proveedor debió buscar esos datos y puede mostrarle lo que encontró.',
        },
        {
          key: 'b',
          text: 'La compro, y hago que pongan esa misma frase en el contrato.',
          right: false,
          why: 'Una promesa en un contrato no muestra cómo funciona con nuestros pacientes.',
        },
        {
          key: 'c',
          text: 'La compro, porque no puede discriminar por lo que no sabe.',
          right: false,
          why: 'Quizá sepa su código postal o su seguro, que pueden decir casi lo mismo.',
        },
      ],
    },
    {
      key: 'hard-to-understand',
      ask: 'Desde su derrame cerebral, el señor Boyd habla despacio y con poca claridad. El escriba de IA entiende mal la mitad en cada consulta. ¿Qué hace?',
      options: [
        {
          key: 'a',
          text: 'Le pido que hable más claro, por el bien de su expediente.',
          right: false,
          why: 'No puede, y no tiene que cambiar para adaptarse a una herramienta.',
        },
        {
          key: 'b',
          text: 'Por ahora tomo sus notas a mano y aviso de lo que se repite.',
          right: true,
          why: 'Su expediente queda bien hoy, y se encuentra a otros como él.',
        },
        {
          key: 'c',
          text: 'Lo dejo encendido y corrijo después los peores errores.',
          right: false,
          why: 'Los pequeños se quedan, y nadie se entera de que falla con él.',
        },
      ],
    },
  ],
}
