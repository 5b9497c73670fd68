/**
 * Words of scripts that belong to the platform: cmdlets, methods and classes of .NET, functions and classes of
 * Windows. A script must spell them as they are; a function of its own it may call anything.
 *
 * Sources: Microsoft's references of PowerShell modules, of .NET and of the Windows API (https://learn.microsoft.com).
 */

const NOUNS = `acl action activity adcomputer addomain addomaincontroller adforest adgroup adgroupmember adobject adtrust aduser aduseraccountcontrol
adsireplication alias appxpackage appxprovisionedpackage archive authenticodesignature azureaduser bitlockervolume bitstransfer certificate childitem ciminstance
cimmethod cimsession clipboard command compliancesearch compliancesearchaction computer computerinfo content counter credential date diskimage
dnsclientnttrust dnsclientcache dnsclient drive environment event eventlog eventsubscriber executionpolicy exportrequest expression eventlogentry
file fileshare filehash ftpsite gpo gporeport group help history host hotfix inboxrule item itemproperty itempropertyvalue job json ldapfilter localgroup
localgroupmember localuser location mailbox mailboxexportrequest mailboxfolder mailboxpermission mailmessage managementrole managementroleassignment member module mppreference mpthreat
mpcomputerstatus mpscan netadapter netconnectionprofile netfirewallprofile netfirewallrule netfirewallsetting netipaddress netipconfiguration netneighbor netroute nettcpconnection netudpendpoint
object odbcdsn oabvirtualdirectory packageprovider partition path ping printer process prompt psdrive psprovider psrepository psreadlineoption pssession pssessionconfiguration pstransportoption
pswaauthorizationrule pswawebapplication random rdusersession receiveconnector recipient rolegroup restmethod runspace scheduledjob scheduledtask scheduledtaskaction scheduledtaskprincipal scheduledtasksettingsset
scheduledtasktrigger securestring service sleep smbconnection smbmapping smbshare smbshareaccess smbserverconfiguration string tpm traceource transcript transportrule type unifiedauditlog
uiculture vhd virtualdirectory vm volume vpnconnection webapplication webbinding webconfiguration webglobalmodule webmanageddmodule webmanagedmodule webrequest website windowsfeature windowsoptionalfeature
windowsdriver wmievent wmimethod wmiobject wmiinstance wsman wsmaninstance wsmanquicksetup output host error warning verbose debug progress csv clixml xml html variable verb unique
pssnapin printerport printerdriver smbglobalmapping psbreakpoint process computerrestorepoint vpnconnectiontriggerapplication etwtraceprovider
localpolicy applockerpolicy processmitigation protectedevent azvm azureadapplication msolservice azaccount exchangeonline
adfinegrainedpasswordpolicy addefaultdomainpasswordpolicy adorganizationalunit adreplicationsite adrootdse adserviceaccount adgroup adprincipalgroupmembership adaccountpassword netnat`;

const VERBS = new Set(
  `add approve backup clear close compare complete compress confirm connect convert convertfrom convertto copy disable disconnect dismount enable enter exit expand export find foreach format get grant group hide import initialize install invoke join limit measure mount move new open out publish push read receive register remove rename reset resolve restart restore resume revoke save search select send set show sort start stop suspend tee test trace uninstall unregister update use wait where write`.split(
    /\s+/,
  ),
);

/** Verb and noun. Whether the verb is one is looked up: an alternation of all would be tried at every letter. */
const CMDLET = /\b([a-z]{2,11})-([a-z]{2,})/g;

const PLATFORM =
  /\bsystem\.[a-z]|\bmicrosoft\.[a-z]|\[(?:system|convert|adsi|wmiclass|wmisearcher|ref|appdomain|reflection|text|io|net|diagnostics|runtime)[\].]|\b(?:net\.webclient|webclient|createobject|getobject|regwrite|regread|execquery|gettypefromclsid|gettypefromprogid|msxml2|net\.security|servercertificatevalidationcallback|x509enrollment|cryptoconfig|cryptography|securestring|windowsidentity|driveletter|currentdomain|entrypoint|downloadstring|downloadfile|downloaddata|frombase64string|tobase64string|gzipstream|deflatestream|memorystream|streamreader|readtoend|reflection\.assembly|definedynamicassembly|getdelegateforfunctionpointer|getmethod|getfield|setvalue|runtime\.interopservices|directorysearcher|adsisearcher|iex|invoke-expression|amsiutils|amsiinitfailed|scriptblock|encodedcommand|noprofile|win32_\w+|msft_\w+|root\\(?:subscription|cimv2|securitycenter2?|microsoft)|__eventfilter|commandlineeventconsumer|activescripteventconsumer|securitycenter2?|antivirusproduct|shadowcopy|shell\.application|wscript\.shell|mmc20\.application|xmlhttp|internetexplorer\.application|virtualalloc(?:ex)?|virtualprotect|createremotethread|writeprocessmemory|readprocessmemory|openprocess(?:token)?|ntcreatethreadex|loadlibrary|getprocaddress|getmodulehandle|minidumpwritedump|minidump|setwindowshookex|getasynckeystate|adjusttokenprivileges|duplicatetokenex|impersonateloggedonuser|createprocesswithtoken|hidden|bypass|unrestricted|-enc\b|localhost|administrators?|everyone|domain admins|ntds|hklm|hkcu|hkey_\w+|sebackupprivilege|sedebugprivilege|javascript:|vbscript:|ms-msdt:|search-ms|pswindow|lsass)\b/;

const PLATFORM_NOUNS = new Set(NOUNS.split(/\s+/));

/**
 * Whether a text of a script names what belongs to the platform: `platform`; a function that looks like a cmdlet and is
 * none of the platform's: `foreign`; or neither.
 *
 * @param text Lower case.
 */
export function wordsOf(text: string): 'platform' | 'foreign' | undefined {
  const command = commandIn(text);
  return command === 'platform' || PLATFORM.test(text) ? 'platform' : command;
}

/** Whether a lower-case text calls a cmdlet, and whose. */
export function commandIn(text: string): 'platform' | 'foreign' | undefined {
  if (!text.includes('-')) return undefined;
  let found: 'foreign' | undefined;
  for (const [, verb = '', noun = ''] of text.matchAll(CMDLET)) {
    if (!VERBS.has(verb)) continue;
    if (PLATFORM_NOUNS.has(noun)) return 'platform';
    found = 'foreign';
  }
  return found;
}
