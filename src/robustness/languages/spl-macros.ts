import type { QueryTree } from '../query-tree.ts';
import { anyOf, NOTHING, opaque, predicate } from './tree.ts';

/** Macros that only set how a search runs or how its results look. */
const FORMATTING = new Set(
  `security_content_ctime security_content_summariesonly summariesonly drop_dm_object_name ctime uitime get_asset
  base64decode`.split(/\s+/),
);

/** Macros that choose the records of one log, beside those a search starts with. */
const SELECTING = new Set(
  `linux_auditd_normalized_execve_process linux_auditd_normalized_proctitle_process linux_hosts wineventlog_security
  wineventlog_system sysmon powershell`.split(/\s+/),
);

/** Programs whose macro stands for more names than its own with `.exe`. */
const PROGRAMS = new Map([
  ['copy', ['cmd.exe', 'xcopy.exe', 'robocopy.exe']],
  ['microsoftworkflowcompiler', ['microsoft.workflow.compiler.exe']],
  ['net', ['net.exe', 'net1.exe']],
  ['powershell', ['powershell.exe', 'powershell_ise.exe', 'pwsh.exe']],
  ['procdump', ['procdump.exe', 'procdump64.exe']],
  ['psexec', ['psexec.exe', 'psexec64.exe']],
  ['sdelete', ['sdelete.exe', 'sdelete64.exe']],
]);

/** Programs Splunk's public rules have a macro for. */
const NAMED_PROGRAMS = new Set(
  `auditpol bitsadmin certutil cmd cscript csc curl diskshadow dllhost dxdiag esentutl fodhelper gpupdate hh installutil msbuild mshta msiexec netsh
  nltest ntdsutil ping rclone reg regasm regsvcs regsvr32 route rundll32 runas schtasks searchprotocolhost setspn verclsid vssadmin
  wbadmin wermgr wmic wscript`.split(/\s+/),
);

/**
 * What a macro stands for, as far as the public rules of Splunk define it: a search's first macro chooses the log;
 * `process_…` names a program, by its file or by the name compiled into it; a `…_filter` is left to the reader to
 * exclude by, and is empty at first. Any other is defined elsewhere, and not understood.
 *
 * @param written With its backticks.
 * @see https://github.com/splunk/security_content, `macros`
 */
export function splMacro(written: string, isFirst: boolean): QueryTree {
  const name = /^`\s*([\w.:-]{1,200})/.exec(written)?.[1] ?? '';
  if (FORMATTING.has(name) || name.endsWith('_filter')) return NOTHING;
  const program = name.startsWith('process_') ? name.slice('process_'.length) : undefined;
  const names =
    PROGRAMS.get(program ?? '') ?? (NAMED_PROGRAMS.has(program ?? '') ? [`${program}.exe`] : undefined);
  if (names)
    return anyOf([
      predicate('Processes.process_name', 'equals', names, written),
      predicate('Processes.original_file_name', 'equals', names, written),
    ]);
  if (isFirst || SELECTING.has(name)) return predicate('macro', 'equals', [name], written);
  return opaque(`the macro ${written.slice(0, 80)}`, written);
}
