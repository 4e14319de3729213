import { z } from 'zod'
import { annotationKindSchema } from '../model/annotation.ts'
import { newDossierItemSchema } from '../model/dossier.ts'
import { LIST_FORMATS, TEXT_FORMATS } from '../model/export-format.ts'
import { filterSchema } from '../model/search.ts'
import { bytesSchema, defineCall, defineStream } from './channel.ts'

const idSchema = z.string().min(1).max(64)
const labelsSchema = z.enum(['fr', 'ar', 'en'])

/** Characters that could not be written as they are, and what stands in their place. */
const substitutionsSchema = z.array(
  z.strictObject({ codePoint: z.string(), shown: z.string(), count: z.int().positive() }),
)

/** A format with one file for each communiqué. */
export type TextFormat = (typeof TEXT_FORMATS)[number]

/** A format with one file for all of them. */
export type ListFormat = (typeof LIST_FORMATS)[number]

/** What may be written. */
export const exportFormatSchema = z.enum([...TEXT_FORMATS, ...LIST_FORMATS])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** Whether a format gives each communiqué a file of its own. */
export const isOneForEach = (format: ExportFormat): format is TextFormat =>
  TEXT_FORMATS.some((one) => one === format)

/** Which annotations leave the archive: null lets all kinds, tags or authors through. */
const annotationFilterSchema = z.strictObject({
  kinds: z.array(annotationKindSchema).max(10).nullable().default(null),
  tags: z.array(z.string().max(200)).max(200).nullable().default(null),
  authors: z.array(z.string().max(200)).max(200).nullable().default(null),
  includePrivate: z.boolean().default(false),
})
export type AnnotationFilter = z.infer<typeof annotationFilterSchema>

/** The cover of a dossier or the head of a list. */
const dossierSchema = z.strictObject({
  title: z.string().min(1).max(300),
  subtitle: z.string().max(500).default(''),
  /** Printed on every page, for example `Diffusion restreinte`; empty for none. */
  marking: z.string().max(120).default(''),
})
export type DossierCover = z.infer<typeof dossierSchema>

const isImage = (bytes: Uint8Array): boolean =>
  [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff],
  ].some((start) => start.every((byte, i) => bytes[i] === byte))

const LARGEST_LOGO = 2_000_000

/**
 * What the office prints around every page of a PDF or Word document. The rules `exportFooter` and
 * `exportMarking` of a policy win over `footer` and `marking`.
 */
const pageSettingsSchema = z.strictObject({
  /** At the head of every page, beside the running head. */
  header: z.string().trim().max(120).default(''),
  /** At the foot of every page, above the line that says when it was exported. */
  footer: z.string().trim().max(200).default(''),
  /** At the head and the foot of every page, in red; empty leaves a dossier its own. */
  marking: z.string().trim().max(120).default(''),
  /** PNG or JPEG of at most 2 MB, at the head of the first page of a PDF. */
  logo: bytesSchema
    .refine((bytes) => bytes.length <= LARGEST_LOGO && isImage(bytes))
    .nullable()
    .default(null),
})
export type PageSettings = z.infer<typeof pageSettingsSchema>

const renderItemSchema = z.strictObject({
  /** Communiqués, or items of a dossier, done, of how many. */
  done: z.int().nonnegative(),
  total: z.int().positive(),
  file: z
    .strictObject({ fileName: z.string(), mediaType: z.string(), bytes: bytesSchema })
    .nullable(),
})

/** Texts that could not be read and are missing from what was made; the others are there. */
const leftOutSchema = z.array(
  z.strictObject({
    communiqueId: idSchema,
    /** Null where the archive does not know it. */
    title: z.string().nullable(),
    /** `not-found` also where its original file is missing and had to be attached. */
    why: z.enum(['not-found', 'damaged']),
  }),
)

const renderReportSchema = z.strictObject({
  fileCount: z.int().nonnegative(),
  communiqueCount: z.int().nonnegative(),
  noteCount: z.int().nonnegative(),
  /** Null for formats without pages. */
  pageCount: z.int().positive().nullable(),
  substitutions: substitutionsSchema,
  leftOut: leftOutSchema,
})
/** What an export tells once it is done. */
export type ExportReport = z.infer<typeof renderReportSchema>

const idsSchema = z.array(idSchema).min(1).max(200)
const layoutSchema = z.enum(['dossier', 'briefing']).default('dossier')

/** What is chosen for any dossier or briefing note. */
const renderingShape = {
  format: z.enum(['pdf', 'docx']),
  notes: z.enum(['none', 'end']).default('end'),
  annotations: annotationFilterSchema.prefault({}),
  labels: labelsSchema,
  page: pageSettingsSchema.prefault({}),
}

/** Channels that make what leaves the application. */
export const exportChannels = {
  /** One communiqué as a PDF file; the bytes are saved by the shell. */
  'export.render-pdf': defineStream({
    lane: 'export',
    input: z.strictObject({
      communiqueId: idSchema,
      versionId: idSchema.nullable(),
      /** Where notes stand: nowhere, in the margin, after the text, or in the PDF's own annotations. */
      notes: z.enum(['none', 'margin', 'end', 'native']),
      includePrivate: z.boolean(),
      /** Language of headings and labels; the text keeps its own. */
      labels: labelsSchema,
      page: pageSettingsSchema.prefault({}),
    }),
    item: z.strictObject({ step: z.enum(['read', 'typeset', 'finish']) }),
    output: z.strictObject({
      /** Made from date, issuer and title; safe on every system. */
      fileName: z.string(),
      bytes: bytesSchema,
      pageCount: z.int().positive(),
      noteCount: z.int().nonnegative(),
      /** Characters the fonts do not cover, and what was printed instead. */
      substitutions: substitutionsSchema,
    }),
    failures: ['not-found', 'export-font-missing'],
  }),

  /** Any number of communiqués in one format. Files come one by one, as soon as they are made. */
  'export.render': defineStream({
    lane: 'export',
    input: z.strictObject({
      communiqueIds: z.array(idSchema).min(1).max(10_000),
      format: exportFormatSchema,
      /**
       * `none` leaves annotations out of every format; `margin` and `native`, annotations of the PDF
       * format itself, are the PDF of one text only.
       */
      notes: z.enum(['none', 'margin', 'end', 'native']).default('end'),
      annotations: annotationFilterSchema.prefault({}),
      labels: labelsSchema,
      /** Null gives a dossier or list the name of its kind. */
      dossier: dossierSchema.nullable().default(null),
      page: pageSettingsSchema.prefault({}),
      /** Whether the files come together in one ZIP container at the end. */
      isPacked: z.boolean().default(false),
    }),
    item: renderItemSchema,
    output: renderReportSchema,
    failures: ['not-found', 'export-font-missing'],
  }),

  /**
   * A stored dossier in its order, as one file, or as several where a PDF would grow too large.
   * Layout `dossier`: cover, contents, chronology, each text on pages of its own, passages and
   * notes between them, indexes of annotations and of people. Layout `briefing`: no cover; headings,
   * notes and passages run on, whole texts follow as annexes.
   */
  'export.render-dossier': defineStream({
    lane: 'export',
    input: z.strictObject({
      dossierId: idSchema,
      layout: layoutSchema,
      ...renderingShape,
    }),
    item: renderItemSchema,
    output: renderReportSchema,
    failures: ['not-found', 'export-font-missing'],
  }),

  /**
   * What a briefing note on some communiqués would say, as items for `dossier.create` or
   * `dossier.add-items`, where an officer goes on writing: context, last meetings, positions in their own
   * words, commitments, people. Passages come from annotations that may leave (quotations and
   * commitments) and from the texts; a part without any says so in a note.
   */
  'export.draft-briefing': defineCall({
    lane: 'read',
    input: z.strictObject({
      communiqueIds: idsSchema,
      annotations: annotationFilterSchema.prefault({}),
      labels: labelsSchema,
    }),
    output: z.strictObject({
      items: z.array(newDossierItemSchema),
      /** How many of them are passages. */
      passageCount: z.int().nonnegative(),
      leftOut: leftOutSchema,
    }),
    failures: ['not-found'],
  }),

  /** The same briefing note, written at once and stored nowhere. */
  'export.render-briefing': defineStream({
    lane: 'export',
    input: z.strictObject({
      communiqueIds: idsSchema,
      cover: dossierSchema,
      /** Whether the communiqués follow whole, as annexes. */
      hasAnnexes: z.boolean().default(false),
      ...renderingShape,
    }),
    item: renderItemSchema,
    output: renderReportSchema,
    failures: ['not-found', 'export-font-missing'],
  }),

  /**
   * The answer to a search as one PDF: the query and what narrowed it, then each communiqué with its
   * passages, what was found marked. Words of private notes, and communiqués that answer by them
   * alone, are left out unless they are asked for.
   */
  'export.render-results': defineStream({
    lane: 'export',
    input: z.strictObject({
      query: z.string().max(2000),
      filter: filterSchema,
      /** How many communiqués at most, the best first. */
      limit: z.int().min(1).max(1000).default(200),
      includePrivate: z.boolean().default(false),
      labels: labelsSchema,
      page: pageSettingsSchema.prefault({}),
    }),
    item: renderItemSchema,
    output: renderReportSchema,
    failures: ['query-invalid', 'export-font-missing'],
  }),

  /**
   * Two wordings, of one communiqué or of two, compared word by word as one PDF. `merged` is the fresh
   * text with removed words struck through in their place and added ones underlined;
   * `side-by-side` is a table with the paragraphs that share most words in one row.
   */
  'export.render-comparison': defineStream({
    lane: 'export',
    input: z.strictObject({
      oldVersionId: idSchema,
      freshVersionId: idSchema,
      layout: z.enum(['merged', 'side-by-side']).default('merged'),
      labels: labelsSchema,
      page: pageSettingsSchema.prefault({}),
    }),
    item: renderItemSchema,
    output: renderReportSchema,
    failures: ['not-found', 'export-font-missing'],
  }),

  /** A page of a PDF that was just made, as it looks: for a preview and for printing. */
  'export.picture-page': defineCall({
    lane: 'export',
    input: z.strictObject({
      pdf: bytesSchema,
      /** From 0. */
      index: z.int().nonnegative(),
      /** In pixels. */
      width: z.int().min(100).max(2000),
    }),
    output: z.strictObject({
      pageCount: z.int().positive(),
      width: z.int().positive(),
      height: z.int().positive(),
      /** Four bytes for each pixel: red, green, blue, 255; rows from the top. */
      pixels: bytesSchema,
    }),
    failures: ['not-found'],
  }),

  /** A passage, byte for byte, with its source: for the clipboard. */
  'export.cite': defineCall({
    lane: 'read',
    input: z.strictObject({
      versionId: idSchema,
      start: z.int().nonnegative(),
      end: z.int().positive(),
      style: z.enum(['inline', 'note']),
      labels: labelsSchema,
    }),
    output: z.strictObject({
      /** The passage exactly as it stands in the text. */
      quotation: z.string(),
      source: z.string(),
      plain: z.string(),
      /** The same as an HTML fragment, for a clipboard that takes rich text. */
      rich: z.string(),
    }),
    failures: ['not-found', 'passage-invalid'],
  }),
}
