/**
 * Names the system gives, which an adversary must use as they are. Lower case throughout.
 *
 * Sources: the techniques of ATT&CK that name them (https://attack.mitre.org: T1547, T1546, T1543, T1053, T1003, T1574),
 * Microsoft's protocol specifications for pipes ([MS-RPCE] and its users), the Filesystem Hierarchy Standard.
 */

/** Keys below which the system or its parts read their settings. */
const REGISTRY =
  /\\(?:currentversion|currentcontrolset|controlset\d*|control|services|policies|environment|windows nt|shellids|winlogon|image file execution options|silentprocessexit|lsa|clsid|shell\\open|appcertdlls|wdigest|windows defender|control panel|command processor|terminal server|session manager|inprocserver32|treatas|applocker|winevt|safeboot|eventlog|amsi|uninstall|zonemap|user shell folders|active setup)(?=\\|$)|^\\?(?:hk[a-z_]+\\)?(?:software\\(?:wow6432node\\)?(?:microsoft|policies|classes)|system|sam|security)\\|\\(?:software\\(?:wow6432node\\)?)?(?:microsoft|classes)\\/;

/** A value name the adversary makes up, below a key they cannot: `\\CurrentVersion\\Run\\Updater`. */
const FREE_VALUE = /\\run(?:once|onceex|services)?\\(?!\*?$)[^\\]+$/;

/** Files and folders read by the system, a shell, a service manager or a browser under this name and no other. */
const FILES =
  /\\start menu\\|\\startup\\?|\\system32\\tasks\\|\\windows\\tasks\\|ntds\.dit|\\config\\(?:sam|system|security)\b|\\drivers\\etc\\hosts|\\windowspowershell\\.*profile\.ps1|profile\.ps1$|\\inetpub\\|wwwroot|\\frontend\\|\\temporary asp\.net|\\system32\\spool\\|\\spool\\drivers|\\wbem\\|\\sysvol\\|\\policies\\|\\login data|\\local state|\\cookies|\\user data\\|\\microsoft\\(?:protect|credentials|vault|crypto|word\\startup|excel\\usrclass\.dat|ntuser\.dat|event viewer\\recentviews|xlstart|outlook\\vbaproject)|xlstart|\\microsoft\\forms\\|\\\.ssh\\|\\\.aws\\|desktop\.ini|autorun\.inf|\\winevt\\|\.evtx|\\grouppolicy\\|\\setup\\scripts|lsass|\.dmp$|\\system volume information|\\consolehost_history|\/etc\/|\/root\/\.|\/proc\/|\/sys\/|\/dev\/(?!shm)|\/boot\/|\/var\/log|\/var\/spool\/cron|\/var\/run\/|\/run\/|authorized_keys|\/\.ssh\/|\/\.aws\/|\/\.kube\/|\/\.docker\/|\.(?:bash|zsh)(?:rc|_profile|_history|_login|_logout|env)\b|\/\.profile|launchagents|launchdaemons|startupitems|\/lib\/systemd|\/systemd\/|\/cron|\.desktop$|autostart|ld\.so|\/usr\/(?:s?bin|lib)\/|\/lib\/security|\/library\/|tcc\.db|keychain|\.plist$/;

/** Folders anybody may write to: any other such folder does as well. */
const WRITABLE =
  /\\(?:appdata|temp|tmp|public|perflogs|programdata|downloads?|desktop|\$recycle\.bin|music|pictures|videos|documents|contacts|favorites|recycler|users|intel|debug|fonts|tracing)(?:\\|$)|%(?:temp|tmp|appdata|localappdata|public|programdata|userprofile)%|\$env:(?:temp|tmp|appdata|localappdata|public)|(?:^|[^\w])\/(?:tmp|var\/tmp|dev\/shm|users\/shared|private\/tmp|var\/www)(?:\/|\b)/;

/** The root of a drive or of all profiles tells nothing: everybody's files lie below it. */
const PROFILES =
  /^\*?(?:(?:[a-z]:|%systemdrive%|\?:)[\\/]|(?:[a-z]:|%systemdrive%|\?:)?[\\/](?:users|home)[\\/]?)\*?$/;

/** Folders of the system and of installed software. */
const PROTECTED =
  /\\(?:windows|system32|syswow64|sysnative|winsxs|program files(?: \(x86\))?|drivers|microsoft\.net|framework(?:64)?|spool)\\|^\/(?:usr|s?bin|opt|system|applications|library)\//;

const PIPES = new Set(
  'lsass lsarpc samr netlogon atsvc svcctl srvsvc wkssvc winreg eventlog spoolss efsrpc browser ntsvcs epmapper trkwks protected_storage router initshutdown netdfs fssagentrpc'.split(
    ' ',
  ),
);

/** Libraries of Windows, and those its programs look for by name: what search-order hijacking must call itself. */
const MODULES = new Set(
  `ntdll kernel32 kernelbase user32 advapi32 shell32 ole32 oleaut32 combase ws2_32 wininet winhttp urlmon crypt32 cryptbase cryptsp cryptdll
bcrypt ncrypt dpapi rpcrt4 secur32 sspicli samlib samsrv vaultcli credui dbghelp dbgcore dbgeng comsvcs amsi mscoree clr clrjit coreclr vbscript
jscript jscript9 scrobj scrrun wbemcomn wbemprox wbemsvc wbemdisp fastprox wmiutils wmiclnt wmiaprpl wminet_utils taskschd mstask bitsproxy
system.management.automation system.management.automation.ni version uxtheme dwmapi netapi32 logoncli activeds adsldpc wldap32 dsrole iertutil
iphlpapi dnsapi profapi edputil propsys cfgmgr32 setupapi newdev devobj hid colorui credwiz aclui authz wtsapi32 winsta wlbsctrl oci tsmsisrv
tsvipsrv wptsextensions wow64log rstrtmgr vssapi vsstrace vss_ps wldp wsmsvc wsmauto shellchromeapi linkinfo dismcore mapistub pla mpclient mpsvc
msi srclient ntdsapi ntshrui fveapi dui70 duser mfplat mmdevapi msvcp140 vcruntime140 outlvba vbe7 vbe7intl vbeui zipfldr advpack ieadvpack ieframe
mshtml pcwutl setupapi shdocvw syssetup url desk davclnt printui dfshim keymgr inetcpl winspool winmm avicap32 certcli certenroll adsldp apphelp
aepic atl authfwcfg avrt batmeter cabinet tapi32 xmllite winrnr userenv powrprof d3d9 d3d10 d3d11 dxgi opengl32 ddraw wshom wshom.ocx spoolss
localspl win32spl unidrv samcli cscapi wevtapi dhcpcsvc npmproxy schedcli fwpuclnt rasapi32 rasman browcli wkscli srvcli msfte msftesql tquery
sechost imm32 riched20 offreg regapi esent ntlanman termsrv rdpcorets credssp lsasrv msv1_0 kerberos wdigest tspkg`.split(
    /\s+/,
  ),
);

/** Services whose names the system gives. */
const SERVICES = new Set(
  `windefend wdnissvc wdfilter wdboot sense mpssvc eventlog wuauserv vss swprv securityhealthservice wscsvc bits schedule spooler termservice
remoteregistry winrm sysmon sysmon64 sysmondrv sshd ntds netlogon w32time dnscache lanmanserver lanmanworkstation samss psexesvc usosvc
waasmedicsvc rpcss bfe mssqlserver sqlwriter auditd syslog rsyslog iptables firewalld ufw crond`.split(/\s+/),
);

// Most texts are no paths: a look for their signs is cheaper than the patterns.
const PATH_SIGN = /[\\/._]/;
const BARE_FILE = /lsass|wwwroot|xlstart|launchagents|launchdaemons|keychain/;

export const isSystemKey = (key: string): boolean =>
  key.includes('\\') && REGISTRY.test(key) && !FREE_VALUE.test(key);
export const isSystemFile = (path: string): boolean =>
  PATH_SIGN.test(path) ? FILES.test(path) : BARE_FILE.test(path);
export const isWritableFolder = (path: string): boolean => /[\\/%$]/.test(path) && WRITABLE.test(path);
export const isProfileRoot = (path: string): boolean => PROFILES.test(path);
export const isProtectedFolder = (path: string): boolean => PROTECTED.test(path);
export const isSystemPipe = (name: string): boolean =>
  PIPES.has(name.replace(/^\\?(?:pipe\\|device\\namedpipe\\)?/, ''));
export const isSystemModule = (fileName: string): boolean =>
  MODULES.has(fileName.replace(/\.(?:dll|ocx|drv|cpl|sys)$/, ''));
export const isSystemService = (name: string): boolean => SERVICES.has(name);
