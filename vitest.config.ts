import { configDefaults, defineConfig } from 'vitest/config'

const DATABASE_TESTS = '**/*.db.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, '.data/**', '.next/**', DATABASE_TESTS],
        },
      },
    ],
  },
})
