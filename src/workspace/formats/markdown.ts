import { kqlMarkdownFiles } from '../../detections/formats/kql-markdown-recognition.ts';
import { plainMarkdownFiles } from '../../detections/formats/plain-markdown-recognition.ts';
import { adsFiles } from '../../playbooks/formats/ads-recognition.ts';
import { playbookFiles } from '../../playbooks/formats/coverbook-recognition.ts';
import { hearthFiles } from '../../playbooks/formats/hearth-recognition.ts';
import { hearthTableFiles } from '../../playbooks/formats/hearth-table-recognition.ts';
import { lockFiles } from '../../playbooks/formats/lock-recognition.ts';
import { otrfNotebookFiles } from '../../playbooks/formats/otrf-notebook-recognition.ts';
import { peakFiles } from '../../playbooks/formats/peak-recognition.ts';
import { deferred, type DeferredReader } from '../../readers/reader.ts';

/** What is read from Markdown, in the order of recognition; loaded when there is a file for it. */
export const READERS: readonly DeferredReader[] = [
  deferred(hearthFiles, async () => (await import('../../playbooks/formats/hearth.ts')).hearth),
  deferred(lockFiles, async () => (await import('../../playbooks/formats/lock.ts')).lock),
  deferred(
    hearthTableFiles,
    async () => (await import('../../playbooks/formats/hearth-table.ts')).hearthTables,
  ),
  deferred(
    otrfNotebookFiles,
    async () => (await import('../../playbooks/formats/otrf-notebook.ts')).otrfNotebooks,
  ),
  deferred(adsFiles, async () => (await import('../../playbooks/formats/ads.ts')).ads),
  deferred(peakFiles, async () => (await import('../../playbooks/formats/peak.ts')).peak),
  deferred(
    kqlMarkdownFiles,
    async () => (await import('../../detections/formats/kql-markdown.ts')).kqlMarkdown,
  ),
  deferred(
    playbookFiles,
    async () => (await import('../../playbooks/formats/coverbook.ts')).coverbookPlaybooks,
  ),
  deferred(
    plainMarkdownFiles,
    async () => (await import('../../detections/formats/plain-markdown.ts')).plainMarkdown,
  ),
];
