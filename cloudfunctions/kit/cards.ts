import type { NoticeView, ProblemCard } from '../../domain/contract/views';
import type { Notice } from '../../domain/notice/notice';
import { noticeWords } from '../../domain/notice/words';
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
    ...(deadline ? { deadline: { kind: deadline.kind, at: deadline.at } } : {}),
    createdAt: problem.createdAt,
  };
}

/** A desk named for people: role, level, who sits there, and of which area. */
export function desk(
  problem: Problem,
  { role, level, name }: Pick<Problem['holder'], 'role' | 'level' | 'name'>,
) {
  return { role, level, ...(name ? { name } : {}), areaName: problem.areaNames[level] };
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
