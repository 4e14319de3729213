import type { PageSettings } from '../../../shared/channels/export.ts'
import type { Policy } from '../../../shared/model/policy.ts'

/** What stands around every page of an export: empty where there is nothing. */
export interface Furniture {
  readonly header: string
  readonly footer: string
  readonly marking: string
  /** PNG or JPEG, or null. */
  readonly logo: Uint8Array | null
}

/** Pages with nothing around them. */
export const BARE: Furniture = { header: '', footer: '', marking: '', logo: null }

/**
 * What the officer chose, under what the administrator settled. A dossier's own marking stands where
 * neither of them says another.
 */
export function furnitureFromSettings(
  { header, footer, marking, logo }: PageSettings,
  { exportFooter, exportMarking }: Policy,
  ownMarking = '',
): Furniture {
  return {
    header,
    footer: exportFooter ?? footer,
    marking: exportMarking ?? (marking === '' ? ownMarking : marking),
    logo,
  }
}
