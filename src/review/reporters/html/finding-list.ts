import type { Element } from 'hast';
import type { Review, ReviewFinding } from '../../review.ts';
import { findingUrls, pathOf } from '../../told/addresses.ts';
import { ruleUrl } from '../../told/result-places.ts';
import { element, link, message } from './element.ts';

/** Findings, one below the other. */
export function findingList(findings: readonly ReviewFinding[], review: Review): Element {
  const urlOf = findingUrls(review);
  return element(
    'ul',
    { className: ['entries'] },
    findings.map((finding) => {
      const { severity, message: text, hint, rule, range } = finding;
      const place = element('code', {}, `${pathOf(finding)}${range ? `:${range.line}` : ''}`);
      return element(
        'li',
        {},
        element('p', { className: ['entry-word', 'severity'], dataSeverity: severity }, severity),
        element(
          'div',
          {},
          element('p', {}, message(text)),
          hint === undefined ? undefined : element('p', { className: ['muted'] }, message(hint)),
          element(
            'p',
            { className: ['muted', 'small'] },
            link(urlOf(finding), place),
            ' · ',
            link(ruleUrl(rule, review), element('code', {}, rule)),
          ),
        ),
      );
    }),
  );
}
