-- Whether the latest version of a course plays a package: a shared tablet and paper leave such a course out.
ALTER TABLE "Course" ADD COLUMN "hasPackage" BOOLEAN NOT NULL DEFAULT false;
