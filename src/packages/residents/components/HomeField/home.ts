import type { Home } from '@/types/residents'

/** A home while it is being filled in: a building with the name it is called by, then what stands on the door. */
export interface HomeDraft {
  building: { id: string; name: string } | null
  unit: string
  room: string
}

export const noHome: HomeDraft = { building: null, unit: '', room: '' }

/** The draft to begin with; `homeName` is the whole home as it is said. */
export const draftOf = (home: Home | null, homeName: string | null): HomeDraft =>
  home === null
    ? noHome
    : {
        building: { id: home.building, name: homeName ?? '' },
        unit: home.unit ?? '',
        room: home.room ?? '',
      }

/** What is sent; null while no building is chosen. */
export const homeOf = ({ building, unit, room }: HomeDraft): Home | null =>
  building === null
    ? null
    : {
        building: building.id,
        ...(unit.trim() && { unit: unit.trim() }),
        ...(room.trim() && { room: room.trim() }),
      }
