import { create } from 'zustand';

interface Looked {
  /** The cabinet that is drawn; absent: the first one there is. */
  at?: { room: string; cabinet: string };
  boxId?: number;
  /** The dossiers that have no place instead of a cabinet. */
  homeless: boolean;
  /** All rooms are printed and exported, and not only what is looked at. */
  whole: boolean;
}

/** What is looked at on the page of places: still so after coming back from a dossier. */
export const usePlaces = create<Looked>()(() => ({ homeless: false, whole: false }));

export const lookAt = (at: { room: string; cabinet: string }, boxId?: number) =>
  usePlaces.setState({ at, ...(boxId === undefined ? {} : { boxId }), homeless: false });
export const lookIn = (boxId: number) => usePlaces.setState({ boxId });
export const lookAtHomeless = () => usePlaces.setState({ homeless: true });
export const takeWhole = (whole: boolean) => usePlaces.setState({ whole });
