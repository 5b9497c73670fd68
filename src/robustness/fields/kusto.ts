import type { FieldDictionary } from '../field-class.ts';
import { dictionaryOf } from './dictionary.ts';

/**
 * Columns of Defender XDR's advanced hunting tables, of the tables Sentinel reads most, and of ASIM. What a column of
 * a device's table says of `InitiatingProcess`is said of the process that acts.
 *
 * @see https://learn.microsoft.com/defender-xdr/advanced-hunting-schema-tables
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables-index
 * @see https://learn.microsoft.com/azure/sentinel/normalization-about-schemas
 */
export const KUSTO_FIELDS: FieldDictionary = dictionaryOf({
  'file-hash': `sha1 sha256 md5 hash filehash filehashvalue initiatingprocesssha1 initiatingprocesssha256 initiatingprocessmd5 filehashcustomentity
    targetfilesha1 targetfilesha256 targetfilemd5 targetprocesssha256 targetprocesssha1 targetprocessmd5 actingprocesssha256 attachmentsha256
    additionalfields.filehashes.* additionalfields.sha256`,
  'import-hash': 'targetprocessimphash actingprocessimphash parentprocessimphash',
  ip: `remoteip localip ipaddress ipaddresses clientip clientipaddress callipaddress calleripaddress sourceip destinationip destip srcip srcipaddr dstipaddr
    fileoriginip senderipv4 senderipv6 senderip publicip remoteipaddress actoripaddress maliciousip networkip networksourceip networkdestinationip
    initiatedby.user.ipaddress cip sip ip properties.ipaddress excludednet subnet httpheaders.x-forwarded-for destinationipaddress sourceaddress
    queryresponse `,
  domain: `remoteurl.host dnsquery dnsquerystring domain domainname query destinationhost destinationhostname destinationfqdn destfqdn senderfromdomain
    sendermailfromdomain recipientdomain urldomain fqdn networksourcedomain csserverhost additionalfields.query
    additionalfields.dnsquerystring additionalfields.host queryname tlssni`,
  url: `remoteurl url urls requesturi requesturi.* requesturl fileoriginurl fileoriginreferrerurl initiatingprocessfileoriginurl csuristem csuriquery
    referrer httpreferrer httprequestreferer uri clickedurl urlchain additionalfields.url additionalfields.uri targeturl objecturi
    `,
  'user-agent':
    'useragent user_agent httpuseragent csuseragent requestclientapplication clientrequestuseragent additionalfields.user_agent clientinfostring rawuseragent',
  email:
    'senderfromaddress sendermailfromaddress sendersmtp sender recipientemailaddress senderaddress subject senderdisplayname mailsubject emailsubject senderobjectid',
  certificate: `additionalfields.ja3 additionalfields.ja3s additionalfields.issuer additionalfields.subject certificateserialnumber signerhash issuerhash thumbprint
    certthumbprint issuer tlsfingerprint ja3 ja4`,
  'file-name': `filename previousfilename targetfilename attachmentname sourcefilename officeobjectid objectid extensionname additionalfields.filename
    srcfilename additionalfields.attachmentname `,
  'file-path': `folderpath previousfolderpath filepath targetfilepath srcfilepath path targetfiledirectory directory sourcerelativeurl sharepath relativetargetname
    additionalfields.filepath additionalfields.sharename currentdirectory additionalfields.targetpath initiatingprocesscurrentworkingdirectory`,
  'file-extension':
    'fileextension filetype targetfileextension additionalfields.filetype attachmentextension sourcefileextension newfileextension',
  'process-image': `process processname newprocessname image initiatingprocessfilename initiatingprocessfolderpath actingprocessname
    actingprocessfilename actingprocessfilepath targetprocessname targetprocessfilename targetprocessfilepath sourceimage processpath
    callerprocessname additionalfields.processname syslogprocessname`,
  'parent-image': `initiatingprocessparentfilename parentprocessname parentimage parentprocessfilename parentprocessfilepath parentprocess
    additionalfields.parentprocessname`,
  'process-target': 'targetimage additionalfields.targetprocessname',
  module: 'imageloaded loadedimage modulename additionalfields.modulename',
  pipe: 'additionalfields.pipename pipename ',
  'original-file-name': `processversioninfooriginalfilename initiatingprocessversioninfooriginalfilename originalfilename targetprocessfileoriginalname
    actingprocessfileoriginalname versioninfooriginalfilename`,
  'file-metadata': `processversioninfocompanyname processversioninfoproductname processversioninfoproductversion processversioninfointernalfilename
    processversioninfofiledescription initiatingprocessversioninfocompanyname initiatingprocessversioninfoproductname initiatingprocessversioninfoproductversion
    initiatingprocessversioninfointernalfilename initiatingprocessversioninfofiledescription targetprocessfilecompany targetprocessfileproduct
    targetprocessfiledescription targetprocessfileinternalname actingprocessfilecompany company description `,
  signature: `signer signaturestate signaturestatus issigned issignerknown isrootsignermicrosoft iscertificatevalid signaturetype signed signature
    initiatingprocesssignaturestatus initiatingprocesssignerstatus initiatingprocesssignertype processsignaturestatus publisher `,
  'detection-name': `threatname threatnames threattypes alertname title alerttitle additionalfields.threatname cveid softwarename softwareversion softwarevendor
    additionalfields.signaturename vulnerabilityseveritylevel detectionmethods classification additionaldata.* product productname vendorname relatedanalyticruleids
      threatfamily additionalfields.avscanresults attacktechniques`,
  'command-line': `processcommandline commandline initiatingprocesscommandline targetprocesscommandline actingprocesscommandline
    additionalfields.commandline additionalfields.processcommandline proctitle cmdline execve a0 a1 a2 commandlineparameters`,
  'parent-command-line': 'initiatingprocessparentcommandline parentprocesscommandline parentcommandline',
  'script-text':
    ' additionalfields.scriptcontent scriptblocktext scriptcontent amsicontent powershellcommand contentname',
  payload: `additionalfields.signaturematchedcontent additionalfields.taskcontent syslogmessage rawdata eventdata eventdata.* rendereddescription renderdescription
    message httprequestbody requestbody body additionalfields.consumer additionalfields.* querytext parameters modifiedproperties
    targetresources_modifiedproperties.* targetresources targetresources.modifiedproperties.* operationproperties.* propertiesrequestbody
    post_title additionalfields queriedentity `,
  registry:
    'registrykey registryvaluename previousregistrykey previousregistryvaluename registrypath targetobject registryvalue',
  'registry-data': 'registryvaluedata previousregistryvaluedata registryvaluetype details',
  service: 'additionalfields.servicename servicename service targetservicename',
  task: 'taskname additionalfields.taskname',
  object: `objectname objecttype objectserver targetname sharename attributeldapdisplayname attributevalue objectclass objectdn resourceid
    resource resourcegroup _resourceid resourceprovider resourcetype subcategoryguid subcategoryid groupname targetresources.* appid applicationid clientappid
    clientid serviceprincipalid serviceprincipalname appdisplayname application applicationname resourcedisplayname oauthappid appname
    permissions permissions.* permissionvalue extensionid sourcenodename targetnodename keyvaultname groupmembership assignedroles
    privilegedroles role rolename policyname`,
  access: 'grantedaccess accessmask accesslist desiredaccess additionalfields.desiredaccess',
  'call-trace': 'calltrace',
  'event-id': 'eventid event_id eventcode activity',
  'event-action': `actiontype operationname operationnamevalue activitydisplayname operation activitytype eventtype action eventname 
    additionalfields.actiontype deliveryaction querytype eventsubtype activityname methodname azuredevopsoperation
     dvcaction endpointcall raweventdata.operation `,
  'event-outcome': `result resulttype resultdescription resultstatus resultsignature resultreason status statuscode status_code errorcode responsestatuscode failurereason
    activitystatusvalue activitystatus activitysubstatusvalue substatus eventresult eventresultdetails httpstatuscode scstatus authenticationresult
    deliverylocation conditionalaccessstatus raweventdata.resultstatus status.* errordescription`,
  'event-detail': `initiatingprocessid processid initiatingprocesscreationtime processcreationtime initiatingprocessparentid processintegritylevel initiatingprocessintegritylevel
    processtokenelevation initiatingprocesstokenelevation logontype logonid isinitiatingprocessremotesession isprocessremotesession initiatingprocessremotesession initiatingprocessremotesession.*
    processremotesession processremotesession.* isimpersonated isanonymousproxy isexternaluser isadminoperation isinteractive isrisky risklevel risklevel.* riskstate riskdetail riskeventtype riskeventtype.*
    authenticationrequirement authenticationdetails authenticationmethodsused authenticationprotocol authenticationprocessingdetails mfadetail mfadetail.* clientappused
    tokenissuertype authenticationdetails authenticationdetails.* devicedetail devicedetail.* raweventdata raweventdata.* additionaldata entities entities.* properties properties.* properties.* extendedproperties extendedproperties.*
    initiatedby.* additionaldetails additionaldetails.* targetaccesslevel newuacvalue olduacvalue ticketencryptiontype ticketoptions preauthtype keylength authenticationpackagename
    logonprocessname emaildirection attachmentcount urlcount emailclusterid emailaction emailactionpolicy threatdetection threatdetection.* confidencelevel bulkcomplaintlevel
    privilegelevel apporigin extensionrisk ispermissionrequired consenteduserscount useragenttags additionalinfo actionreason edgelabel edgeproperties edgeproperties.*
    entitytype exposurescore sensorhealthstate onboardingstatus iscompliant isapplicable isexploitavailable endofsupportstatus configurationid
    configurationsubcategory configurationcategory severity alertseverity classificationcomment owner owner.* useragentoriginal flags correlationid dateadded
    publisheddate duedate year lastpasswordchangetimestamp createdtime lastcontact modifiedby step securityresources anomalies impactscore investigationpriority investigationpriority.*
    filesize ishidden objectattributes objectattributes.* networkmessageid`,
  user: `accountname accountupn accountsid accountobjectid accountid accountdomain accountdisplayname initiatingprocessaccountname initiatingprocessaccountsid
    initiatingprocessaccountdomain initiatingprocessaccountupn initiatingprocessaccountobjectid userprincipalname userid userdisplayname userkey identity caller user
    username targetaccountupn targetaccountdisplayname targetaccount targetaccount.* targetusername targetusersid targetuser targetuser.* subjectusername subjectusersid subjectaccount subjectdomainname
    account initiatedby initiatedby.user.* initiatedby.app.* actor actorusername actoruserid actoruser actoruser.* requestaccount requestaccount.* membername membersid additionalfields.groupsid additionalfields.to.group
    additionalfields.from.group mailboxownerupn recipientobjectid upn memberof useridentity useridentity.* logonuserid samaccountname mail objectidentifier requesteraccount requesteraccount.*
    dvcaccount dvcaccount.* raweventdata.userid`,
  'user-detail': `usertype accounttype department islocaladmin accountstatus isaccountenabled hometenantid usertypeid islicensed isguest jobtitle manager assignedlicenses
    consenteduserscount homeresourcetenantid resourcetenantid hometenantid tenantid crosstenantaccesstype`,
  host: `devicename deviceid devicetype computer workstation workstationname hostname host targetdevicename targetdevice targetdevice.* destinationdevicename aaddeviceid machinegroup machineid
    localname remotedevicename remotedevice remotedevice.* srchostname dsthostname dvchostname dvc dvc dvc.* sourcehostname srcdvc srcdvc.* hostcustomentity sourcecomputerid mergeddeviceids
    osplatform osversion osversioninfo isinternetfacing additionalfields.deviceid exposurelevel sourcenodelabel targetnodelabel  
    remotehost tags devicemanualtags `,
  port: `remoteport localport destinationport sourceport dstportnumber srcportnumber port destport srcport sport dport fileoriginport`,
  protocol: `protocol networkprotocol requestmethod httprequestmethod csmethod networkdirection direction communicationdirection localiptype remoteiptype additionalfields.direction
    ipcategory querytypename networkapplicationprotocol sessiontype additionalfields.method method ipprotocol dnsquerytypename`,
  country:
    'country countrycode location location.* locationdetails locationdetails.* srcgeocountry dstgeocountry city state isp remoteipcountry ',
  selector: `$table timegenerated timestamp ingestion_time() type category sourcesystem providername provider tablename logsource eventsourcename channel
    source devicevendor deviceproduct eventvendor eventproduct servicesource detectionsource workload officeworkload recordtype raweventdata.workload
    raweventdata.recordtype _timereceived datetime subscriptionid starttime endtime facility loggedbyservice categoryvalue resourceprovidervalue logtype eventcategory
    eventschema reporttype isdeleted azuresubscription`,
  count: `count eventcount filesizebytes bytessent bytesreceived sentbytes receivedbytes sentbytes_d dstbytes srcbytes networkbytes globalprevalence localprevalence
    globalfirstseen globallastseen perhourcount sourcebytes destinationbytes requestsize responsesize numberofattempts`,
});

/** Columns that say something else of an event that is the start of a process. */
export const KUSTO_PROCESS_FIELDS: FieldDictionary = dictionaryOf({
  'process-image': 'filename folderpath',
  'parent-image': 'initiatingprocessfilename initiatingprocessfolderpath',
  'parent-command-line': 'initiatingprocesscommandline',
});

/** Columns that say something else of an event that is the load of a library. */
export const KUSTO_MODULE_FIELDS: FieldDictionary = dictionaryOf({ module: 'filename folderpath' });
