/** What runs in the thread that puts files back: see `link-files.ts`. */
import { answerInThread } from '../../threads/answer-in-thread.ts';
import { linkFiles } from './link-files.ts';

answerInThread(linkFiles);
