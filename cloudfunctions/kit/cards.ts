import type { DeskView, NoticeView, PartyView, ProblemCard } from '../../domain/contract/views';
import type { Notice } from '../../domain/notice/notice';
import { noticeWords } from '../../domain/notice/words';
import { isTold, masked } from '../../domain/problem/content';
import type { Party } from '../../domain/problem/party';
import type { Problem } from '../../domain/problem/problem';

const SUMMARY_LENGTH = 60;

/** A problem as a line in a list. */
export function problemCard(problem: Problem): ProblemCard {
  const { deadline, holder } = problem;
  return {
    id: problem._id,
    category: problem.category,
    urgent: problem.urgent,
    status: problem.status,
    ...(problem.outcome ? { outcome: problem.outcome } : {}),
    summary: (problem.text ?? '').slice(0, SUMMARY_LENGTH),
    hasVoice: problem.voice !== undefined,
    area: { code: problem.area, path: problem.areaPath },
    holder: desk(problem, holder),
    ...(problem.lead ? { lead: partyView(problem.lead) } : {}),
    helpers: (problem.helpers ?? []).map(partyView),
    followers: problem.followers?.length ?? 0,
    ...(deadline ? { deadline: { kind: deadline.kind, at: deadline.at } } : {}),
    ...(problem.request ? { asked: { until: problem.request.until, text: problem.request.text } } : {}),
    supervised: problem.supervisedAt !== undefined,
    verified: problem.verifiedAt !== undefined,
    ...(problem.stars ? { stars: problem.stars } : {}),
    createdAt: problem.createdAt,
  };
}

/** As who only joined it may see it: its words when neighbours may read them, masked. */
export function guestCard(problem: Problem): ProblemCard {
  const summary = guestWords(problem).slice(0, SUMMARY_LENGTH);
  return { ...problemCard(problem), summary, hasVoice: false };
}

/** What neighbours may read of it; empty when they may not. */
export function guestWords(problem: Problem): string {
  return isTold(problem) ? masked(problem.text ?? '') : '';
}

export function partyView(party: Party): PartyView {
  const unit = party.kind === 'desk' ? party.unit : undefined;
  return { name: party.name, role: party.role, ...(unit ? { unit } : {}) };
}

/** A desk named for people: role, level, who sits there, and of which area or unit. */
export function desk(
  problem: Problem,
  { role, level, name, unit }: Pick<Problem['holder'], 'role' | 'level' | 'name' | 'unit'>,
): DeskView {
  return { role, level, ...(name ? { name } : {}), areaName: unit ?? problem.areaNames[level] };
}

export function noticeView(notice: Notice): NoticeView {
  const { title, text } = noticeWords(notice.kind, notice.facts);
  return {
    id: notice._id,
    kind: notice.kind,
    at: notice.at,
    read: notice.readAt !== undefined,
    urgent: notice.urgent,
    about: notice.about,
    title,
    text,
  };
}
