import type { Detection } from '../detections/detection.ts';
import { siteModel } from './model.ts';

/** Rows of one index page: a list people can still scroll and print. */
const PAGE_SIZE = 400;

/** A stretch of a source's rules by title. */
export interface DetectionPage {
  source: string;
  /** From 1. */
  number: number;
  detections: Detection[];
  /** First and last title, shortened, for the pager. */
  from: string;
  to: string;
}

/** The rules of a source by title, cut into index pages. */
export function detectionPages(source: string): DetectionPage[] {
  const own = siteModel()
    .workspace.detections.filter((detection) => detection.source === source)
    .toSorted((a, b) => (a.title === b.title ? (a.key < b.key ? -1 : 1) : a.title < b.title ? -1 : 1));
  const pages: DetectionPage[] = [];
  for (let start = 0; start < own.length; start += PAGE_SIZE) {
    const detections = own.slice(start, start + PAGE_SIZE);
    pages.push({
      source,
      number: pages.length + 1,
      detections,
      from: short(detections[0]),
      to: short(detections.at(-1)),
    });
  }
  return pages;
}

/** Where an index page stands. */
export function detectionPagePath(source: string, number: number): string {
  return `detections/${source}/pages/${String(number)}/`;
}

function short(detection: Detection | undefined): string {
  const title = detection?.title ?? '';
  return title.length > 14 ? `${title.slice(0, 12).trimEnd()}…` : title;
}
