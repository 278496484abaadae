-- AlterTable
ALTER TABLE "VendorCertificate" ADD COLUMN     "evidenceId" UUID;

-- CreateIndex
CREATE INDEX "VendorCertificate_practiceId_evidenceId_idx" ON "VendorCertificate"("practiceId", "evidenceId");

-- AddForeignKey
ALTER TABLE "VendorCertificate" ADD CONSTRAINT "VendorCertificate_practiceId_evidenceId_fkey" FOREIGN KEY ("practiceId", "evidenceId") REFERENCES "Evidence"("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
