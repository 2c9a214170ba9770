/** The contract's own names; contract.d.ts is generated from openapi.yaml (npm run types) and stays out of the repository. */
import type { components } from './contract';

type Schemas = components['schemas'];
export type Claim = Schemas['Claim'];
export type Appearance = Schemas['Appearance'];
export type Source = Schemas['Source'];
export type Comment = Schemas['Comment'];
export type Move = Schemas['Move'];
export type Draft = Schemas['VerdictDraft'];
export type Verdict = Schemas['Verdict'];
export type Me = Schemas['Me'];
export type Actor = Schemas['Actor'];
export type Quote = Schemas['Quote'];
export type Article = Schemas['Article'];
export type ArticleVersion = Schemas['ArticleVersion'];
export type Match = Schemas['Match'];
export type Report = Schemas['ReaderReport'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type QueueItem = Schemas['QueueItem'];
export type Submission = Schemas['Submission'];
export type Status = Schemas['ClaimStatus'];

/** One page of a list. */
export interface Page<T> { items: T[]; nextCursor?: string }
