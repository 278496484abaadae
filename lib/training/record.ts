import type { RecordKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { campaignBearer } from './bearer.ts'
import * as commands from './commands.ts'
import { getCampaign } from './detail-queries.ts'
import { removeLeave, saveLeave } from './leave-commands.ts'
import { namePerson } from './people-commands.ts'
import { createPlan, editPlan, endPlan, makeProgramme } from './plan-commands.ts'
import { campaignsForFile, listCampaigns } from './queries.ts'
import { remindNow } from './remind.ts'
import { campaignKind, campaignPrefix } from './schema.ts'
import { settle, settleAssignments, settleEscalations } from './store.ts'
import { type CampaignRow, campaignTable } from './table.ts'
import { checkAnswers, signTraining } from './take-commands.ts'
import { sortTitles } from './work-groups.ts'

/** The register of campaigns as the rest of the house knows it. Who was trained is never brought in by a file. */
export const campaignRecord: RecordKind<CampaignRow, Prisma.CampaignWhereInput> = {
  kind: campaignKind,
  prefix: campaignPrefix,
  table: campaignTable,
  readPermission: 'training.read',
  href: (id) => `/training/${id}`,
  list: listCampaigns,
  get: getCampaign,
  exportPermission: 'training.export',
  rowsForFile: campaignsForFile,
  bearer: campaignBearer,
  commands: [
    commands.createCampaign,
    commands.editCampaign,
    commands.closeCampaign,
    commands.archiveCampaign,
    ...[namePerson, remindNow, saveLeave, removeLeave, sortTitles],
    ...[createPlan, editPlan, endPlan, makeProgramme],
    checkAnswers,
    signTraining,
  ],
  duties: async (context) => [
    ...(await settle(context, {})),
    ...(await settleAssignments(context, {})),
    ...(await settleEscalations(context, {})),
  ],
}
