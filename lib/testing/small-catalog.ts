/** A small catalog of our own in NIST's OSCAL JSON: groups in groups, enhancements, blanks, labels and a withdrawn control. */
export const smallCatalog = {
  catalog: {
    uuid: '6f2f3ad1-1e1f-4a67-9d6b-3f5b7a1c9e10',
    metadata: {
      title: 'Rules of the Lakeshore network',
      version: '3.1',
      'oscal-version': '1.1.2',
      parties: [
        { uuid: '0c9f4d0e-6a55-4a37-8a0b-2f3d5c7e9a11', type: 'organization', name: 'Lakeshore network' },
      ],
    },
    groups: [
      {
        id: 'ac',
        title: 'Access',
        controls: [
          {
            id: 'ac-1',
            title: 'Accounts are {{ insert: param, ac-1_prm_1 }} reviewed',
            params: [{ id: 'ac-1_prm_1', label: 'regularly' }],
            props: [
              { name: 'label', class: 'zero-padded', value: 'AC-01' },
              { name: 'label', value: 'AC-1' },
            ],
            parts: [
              {
                name: 'statement',
                prose: 'Whoever keeps accounts:',
                parts: [
                  {
                    name: 'item',
                    props: [{ name: 'label', value: 'a.' }],
                    prose: 'Looks at each of them; and',
                  },
                  {
                    name: 'item',
                    props: [{ name: 'label', value: 'b.' }],
                    prose: 'Closes those that {{ insert: param, ac-1_prm_9 }} nobody uses.',
                  },
                ],
              },
              { name: 'guidance', prose: 'Not part of the statement.' },
            ],
            controls: [
              {
                id: 'ac-1.1',
                title: 'By a program',
                props: [{ name: 'label', value: 'AC-1(1)' }],
                parts: [{ name: 'statement', prose: 'A program lists unused accounts.' }],
              },
            ],
          },
        ],
        groups: [
          {
            id: 'ac-far',
            title: 'From afar',
            controls: [{ id: 'far-1', title: 'A second factor from outside' }],
          },
        ],
      },
      {
        id: 'old',
        title: 'Old things',
        controls: [{ id: 'o-1', title: 'Fax machines', props: [{ name: 'status', value: 'withdrawn' }] }],
      },
    ],
  },
}
