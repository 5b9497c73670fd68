/** How a review in Markdown begins: a comment is found again by it, and written anew in its place. */
export const COMMENT_MARKER = '<!-- coverbook:review -->';

/** Characters a comment may have on GitHub. */
export const COMMENT_LIMIT = 65_536;
