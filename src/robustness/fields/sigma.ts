import type { FieldClass, FieldDictionary } from '../field-class.ts';

/** Fields by class, as Sigma's taxonomy and the logs SigmaHQ writes rules for call them. */
const FIELDS: Partial<Record<FieldClass, string>> = {
  'file-hash': 'hashes hash md5 sha1 sha256 filehash',
  'import-hash': 'imphash',
  ip: `destinationip sourceip dst_ip src_ip ipaddress clientaddress id.orig_h id.resp_h remoteaddress c-ip s-ip cs-ip sourceipaddress
    clientip ip localaddress serveraddress destination.ip source.ip address`,
  domain: `destinationhostname queryname query cs-host r-dns qname answer answers remotename dns.question.name host.name cs-cookie-domain
    server_name record`,
  url: `c-uri c-uri-query c-uri-stem c-uri-path cs-uri cs-uri-query cs-uri-stem cs-uri-path uri url cs-referer cs-cookie requesturi path_info
    remoteurl debugcontext.debugdata.requesturi packagesourceuri request_url`,
  'user-agent': 'c-useragent cs-user-agent user_agent useragent cs-useragent user-agent',
  email: 'sender recipient from mailfrom senderaddress',
  certificate: 'certificate.serial certthumbprint thumbprint ja3 ja3s',
  'file-extension': 'c-uri-extension extension',
  'file-name': 'filename sourcefilename originalname attachmentname',
  'file-path': `targetfilename filepath path relativetargetname filenamebuffer cs-filename file_path folderpath target_file name cwd
    currentdirectory packagepath configuration`,
  'process-image': `image exe processname process imagename newprocessname applicationpath application processpath comm callingprocess
    processnamebuffer modifyingapplication sourceimage callerprocessname filterprocess appname appid`,
  'parent-image': 'parentimage parentprocessname grandparentimage parent_image sourceparentimage',
  'process-target': 'targetimage targetparentimage',
  module: 'imageloaded startmodule modulename imagepathloaded',
  pipe: 'pipename pipe',
  'original-file-name': 'originalfilename',
  'file-metadata': 'product company description fileversion internalname legalcopyright',
  signature: 'signed signature signaturestatus requestedpolicy validatedpolicy issigned',
  'command-line': `commandline processcommandline sourcecommandline a0 a1 a2 a3 a4 a5 a6 a7 execve cmd cmdline args command proctitle
    hostapplication`,
  'parent-command-line': 'parentcommandline',
  'script-text': 'scriptblocktext contextinfo script contents',
  payload: `payload destination imagepath servicefilename taskcontent taskcontentnew data message binary parameters querystring arguments value servicedll newtemplatecontent templatecontent attributevalue body request details_text param1 param2 param3 strings
    query_text query_string`,
  parameter: 'requestparameters requestparameters.*',
  registry: 'targetobject objectvaluename registrykey registryvaluename newname keypath',
  'registry-data': 'details newvalue oldvalue registryvaluedata',
  service: 'servicename',
  task: 'taskname',
  object: `objectname objecttype objectclass objectdn attributeldapdisplayname properties auditpolicychanges subcategoryguid privilegelist
    objectserver interfaceuuid opnum cfgpath sharename sharelocalpath objectref.* capabilities hostpath targetname allowedtodelegateto serviceprincipalnames
    sidlist sidhistory searchfilter feature_name distinguishedname filtername targetservername oldtargetusername attributes apigroup service_name
    startfunction endpoint operation_type target.displayname resourceid`,
  access: 'grantedaccess accesslist accessmask accesses desiredaccess',
  'call-trace': 'calltrace startaddress',
  'event-id': 'eventid event_id eventcode event_type_id id logtype',
  'event-action': `eventname properties.message eventtype operationname operation action verb gcp.audit.method_name gcp.audit.* method_name risketype riskeventtype
    protopayload.methodname protopayload.metadata.event.eventname protopayload.* syscall activity activitydisplayname operationnamevalue event.action auditaction
    audittype.action audittype.* auditparams event_type displaymessage legacyeventtype rpc_operation request_type responseelements.*
    requestparameters.attribute level debugcontext.debugdata.* category type alert signature_name threatname outcome.reason reason`,
  'event-outcome': `status errorcode resulttype resultdescription sc-status substatus status_code exceptioncode errormessage responsestatus.code
    outcome.result result blocked rejected failurereason error.* res success conditionalaccessstatus responseelements`,
  'event-detail': `initiated integritylevel logontype logonid authenticationpackagename logonprocessname ticketencryptiontype ticketoptions
    keylength impersonationlevel elevatedtoken tokenelevationtype authenticationrequirement certificateissuername newuacvalue olduacvalue creationutctime
    previouscreationutctime targetlogonid subjectlogonid securitycontext.* devicedetail.* nametype unit signingused encyptionused hasfulltrust flags
    packagefullname possiblecause state enginelog sessionname failurecode preauthtype cipher sourceisipv6 destinationisipv6 operationproperties transmittedservices
    useridentity.sessioncontext.* additionaleventdata.* properties.* networklocation* userproperties.* clientapp`,
  user: `user username targetusername subjectusername accountname samaccountname parentuser cs-username targetusersid subjectusersid useridentity.arn
    useridentity.* loggedbyservice newtargetusername euid auid uid actor.alternateid actor.* sourceuser userid targetsid upn initiatedby`,
  'user-detail': 'usertype',
  host: 'computer computername workstation workstationname hostname host devicename localname remotename_host',
  port: 'destinationport sourceport dst_port src_port destport id.resp_p id.orig_p port localport',
  protocol:
    'protocol cs-method method qtype_name record_type request_method transport cs-version cs-content-type resp_mime_types qtype proto',
  country: 'location country',
  selector: `provider_name providername provider channel eventlog source eventsource eventservice service product_name sourcename key type_name
    device cs-bytes logger namespace event.module event.dataset protopayload.servicename resourceprovidervalue categoryvalue appversion taskcategory`,
  count: 'request_body_len bytes sc-bytes count',
};

/**
 * Sigma's fields. Its `name` is a path in auditd's `PATH` records.
 *
 * @see https://github.com/SigmaHQ/sigma-specification, appendix "Taxonomy"
 */
export const SIGMA_FIELDS: FieldDictionary = new Map(
  Object.entries(FIELDS).flatMap(([fieldClass, names]) =>
    names.split(/\s+/).map((name): [string, FieldClass] => [name, fieldClass as FieldClass]),
  ),
);

/** What differs by category: an antivirus signature is the name of a detection, `Product` is not always a binary's. */
export const SIGMA_FIELDS_BY_CATEGORY: ReadonlyMap<string, FieldDictionary> = new Map([
  [
    'antivirus',
    new Map<string, FieldClass>([
      ['signature', 'detection-name'],
      ['filename', 'file-path'],
    ]),
  ],
  ['process_access', new Map<string, FieldClass>([['sourceimage', 'process-image']])],
  ['driver_load', new Map<string, FieldClass>([['imageloaded', 'module']])],
  ['ps_module', new Map<string, FieldClass>([['payload', 'script-text']])],
  ['ps_script', new Map<string, FieldClass>([['path', 'file-path']])],
]);
