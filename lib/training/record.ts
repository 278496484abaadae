import type { RecordKind } from '#lib/kernel/record'
import type { Prisma } from '#lib/platform/prisma/client'
import { campaignBearer } from './bearer.ts'
import { beginTraining } from './begin.ts'
import { noteBinder } from './binder-command.ts'
import * as commands from './commands.ts'
import { noteCorrection, recordMeasure, takeBackSignature } from './correction-commands.ts'
import { getCampaign } from './detail-queries.ts'
import { noteDoneExport } from './done-export.ts'
import { excuseAssignment, extendAssignment, reopenAssignment } from './exception-commands.ts'
import { removeLeave, saveLeave } from './leave-commands.ts'
import { noteOwnCertificate, noteOwnTranscript } from './own-paper-commands.ts'
import { noteCertificate, noteSheetPdf, noteTranscript } from './paper-commands.ts'
import { printSheets } from './paper-print.ts'
import { sheetKind } from './paper-schema.ts'
import { tickSheet } from './paper-tick.ts'
import { namePerson } from './people-commands.ts'
import { createPlan, editPlan, endPlan, makeProgramme } from './plan-commands.ts'
import { campaignsForFile, listCampaigns } from './queries.ts'
import { remindNow } from './remind.ts'
import { campaignKind, campaignPrefix } from './schema.ts'
import { sheetBearer } from './sheet-bearer.ts'
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
    ...[extendAssignment, excuseAssignment, reopenAssignment],
    ...[takeBackSignature, noteCorrection, recordMeasure],
    ...[printSheets, tickSheet, noteSheetPdf, noteTranscript, noteCertificate, noteBinder, noteDoneExport],
    ...[noteOwnTranscript, noteOwnCertificate],
    beginTraining,
    checkAnswers,
    signTraining,
  ],
  duties: async (context) => [
    ...(await settle(context, {})),
    ...(await settleAssignments(context, {})),
    ...(await settleEscalations(context, {})),
  ],
}

/** Files on sheets: a scan is for those who know of the people on it, not for all who see the campaign. */
export const sheetFiles = { kind: sheetKind, bearer: sheetBearer }
