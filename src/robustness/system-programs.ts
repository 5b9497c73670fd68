/**
 * Programs an adversary finds rather than brings. Names without extension, lower case.
 *
 * Sources: names of the binaries in LOLBAS (https://lolbas-project.github.io) and GTFOBins (https://gtfobins.github.io),
 * Microsoft's list of Windows commands (https://learn.microsoft.com/windows-server/administration/windows-commands),
 * the POSIX utilities, and programs that stand on nearly every desk or server (Office, browsers, web servers).
 */

const WINDOWS = `addinprocess addinprocess32 addinutil agentexecutor appinstaller appcmd applaunch appvlp arp aspnet_compiler at atbroker
attrib auditpol bcdedit bginfo bitsadmin cacls calc calculator calculatorapp certoc certreq certutil change chcp choice cipher cleanmgr clip
cmdkey cmdl32 cmstp colorcpl comp compact computerdefaults configsecuritypolicy conhost consent control csc csrss csvde csi customshellhost
cvtres datasvcutil desktopimgdownldr devicecredentialdeployment dfsvc diantz diskpart diskshadow dism dismhost dllhost dns dnscmd
doskey driverquery dsacls dsadd dsget dsmod dsquery dsrm dumpminitool dwm dxcap dxdiag eqnedt32 esentutl eventcreate eventvwr
expand explorer extexport extrac32 fc fhmanagew find findstr finger fltmc fodhelper fondue forfiles fsutil ftp getmac gpresult gpscript
gpupdate helppane hh hostname icacls ie4uinit iediagcmd ieexec ieinstal iexplore iexpress ilasm imagingdevices imewdbld infdefaultinstall installutil
ipconfig iscsicpl jsc klist ksetup label ldifde ldp logman logoff logonui lsaiso lsass lsm makecab mavinject mmc mobsync mofcomp
mpcmdrun msbuild msconfig msdt msdtc mshta msiexec mspaint msmpeng msra mstsc mtstocom nbtstat net net1 netplwiz netsh netstat ngen nltest notepad
nslookup ntdsutil odbcconf offlinescannershell onedrive onedrivestandaloneupdater openconsole openfiles openwith pcalua pcwrun pcwutl ping pkgmgr pktmon pnputil
presentationhost print printbrm printui provlaunch psr pubprn qprocess quser query quickassist qwinsta rasautou rasdial rcsi rdpclip rdrleakdiag
reagentc recover reg regasm regedit regedt32 regini register-cimprovider regsvcs regsvr32 relog replace robocopy route rpcping rrinstaller
rundll32 runas runexehelper runonce runscripthelper runtimebroker rwinsta sc schtasks scriptrunner scrcons sdbinst sdclt searchfilterhost
searchindexer searchprotocolhost secedit services setres setspn settingsynchost setx shadow shutdown sigverif sihost slui smss sndvol spoolsv
sqldumper sqlps ssh stordiag subst svchost syncappvpublishingserver system systeminfo systemsettingsadminflows takeown tapinstall tar taskeng
taskhost taskhostw taskkill tasklist taskmgr te timeout tpmtool tree tracert tscon tsdiscon ttdinject tttracer typeperf unregmp2 userinit utilman osk
magnify narrator displayswitch sethc vaultcmd vbc vds verclsid ver vsjitdebugger vssadmin vssvc w32tm waitfor wab wabmig wbadmin wbengine wecutil
werfault werfaultsecure wermgr wevtutil wfc where whoami winget wininit winlogon winrm winrs winsat winver wlanext wlrmdr wmiadap wmic
wmiprvse workfolders wordpad write wsl wslhost wsmprovhost wsreset wt wuauclt wusa wwahost xcopy xwizard devtunnel dotnet dnx sqlservr
monitoringhost psexesvc splwow64 ctfmon dfsr ntprint scrnsave licensingui sysprep cliconfg mcx2prov wmpnetwk wmplayer
adplus appcert cdb coregen createdump devinit devtoolslauncher dump64 defaultpack ecmangen fsi fsianycpu mftrace
microsoft.nodejstools.pressanykey mpiexec msdeploy msohtmed msxsl ntdsutil protocolhandler remote speechruntime sqltoolsps squirrel
testwindowremoteagent tracker vsdiagnostics vshadow vsiisexelauncher vslaunchbrowser vstest.console wfmformat visualuiaverifynative xsd
snippingtool bash curl ssh-keygen sftp scp sshd microsoft.workflow.compiler`;

const UNIX = `apt apt-get aa-exec ar arch ash at atd atq auditctl auditd awk base32 base64 basename batch blkid bpftool brctl busybox
bzip2 c89 c99 capsh cat chage chattr chcon chgrp chkconfig chmod chown chpasswd chroot chsh cksum cmp column cp cpan cpio cpulimit cron
crond crontab cryptsetup csh csplit csrutil csvtool cut dash date dd debugfs defaults dd dig dir diff dmesg dmidecode dmsetup docker kubectl runc
containerd podman crictl doas dpkg dscl dscacheutil dseditgroup echo ed egrep emacs env esxcli vim-cmd ethtool expect export facter fgrep file
find firewall-cmd firewalld fish flock fold ftp gawk gcc g++ gdb gem genisoimage getcap getent getfacl gimp git gpasswd gpg gpg2 grep groupadd groupdel groups gzip
gunzip halt hashdump head hdiutil hexdump history host hostid hostname hping3 iconv id ifconfig init insmod install ioreg ionice ip iptables ip6tables
nft iptables-legacy ipcs jjs jobs join journalctl jq kextload killall kill kmod ksh last lastlog launchctl ld ldconfig less link ln local locate logger login
logname logrotate ls lsattr lsblk lscpu lshw lsmod lsof lspci lsusb ltrace lua make man mawk mdfind mdls mkdir mkfifo mknod modinfo modprobe more mount
mountpoint mtr mv mysql nano nawk nc ncat netcat networksetup nice nl nmap node nohup nscurl nsenter nvram od open openssl osacompile osascript passwd paste
perl pfctl pgrep php php-cgi pico pip pip3 pkexec pkill plutil plistbuddy poweroff printenv profiles ps psql pkgutil pwd pwsh python python2 python3 rc readlink reboot
realpath renice rev rm rmdir rmmod rpm rsync ruby run-parts safaridriver scutil screen screencapture script security sed service setcap setenforce setfacl setsid sh
sha256sum shred shutdown sleep smbclient socat softwareupdate sort spctl split sqlite3 ss ssh-agent ssh-copy-id sshpass stat strace strings stty su sudo sudoedit
sw_vers sysadminctl sysctl system_profiler systemctl systemd systemd-run systemsetup tac tail tcpdump tcsh tee telnet tftp time timedatectl tmux tmutil top touch tr traceroute truncate tshark
ufw umount uname unexpand uniq unlink unshare unzip update-rc.d update-alternatives uptime useradd userdel usermod uuencode vi vim view vipw visudo vmstat w wall watch wc
wget whereis who xargs xattr xattr xxd xz yarn yum dnf zip zsh zypper kldload apache2 crond dbus-daemon sendmail postfix exim`;

const APPLICATIONS = `winword excel powerpnt outlook msaccess mspub onenote onenotem onenoteim visio winproj wordview olk thunderbird
acrord32 acrobat foxitreader chrome chromium firefox msedge microsoftedge msedgewebview2 msedge_proxy opera brave vivaldi safari whale
teams msteams slack discord skype code w3wp httpd apache apache2 nginx caddy lighttpd tomcat ws_tomcatservice tomcat8 tomcat9 php-cgi
php-fpm java javaw node sqlservr mysqld postgres oracle beasvc umworkerprocess umservice vmtoolsd vmware-vmx sqlcmd bcp 7z 7za 7zr 7zfm
7zg winrar rar unrar winzip wmiprvse googleupdate githubdesktop`;

/** Commands the command interpreter of Windows has built in. */
const BUILT_IN = new Set(
  'assoc call cd chdir cls copy date del dir echo endlocal erase for ftype goto if md mkdir mklink move path pause popd pushd rd rem ren rename rmdir set setlocal shift start title type ver verify vol'.split(
    ' ',
  ),
);

export const isBuiltInCommand = (word: string): boolean => BUILT_IN.has(word);

/** Programs that run what they are given: their own options tell, the code they are handed does not. */
const INTERPRETERS = `cmd powershell powershell_ise pwsh wscript cscript mshta rundll32 regsvr32 bash sh zsh ksh csh tcsh dash ash fish
python python2 python3 perl ruby php node lua osascript java javaw busybox msbuild`;

const words = (text: string): string[] => text.split(/\s+/);
const INTERPRETER_NAMES = new Set(words(INTERPRETERS));
const PROGRAM_NAMES = new Set([
  ...words(WINDOWS),
  ...words(UNIX),
  ...words(APPLICATIONS),
  ...INTERPRETER_NAMES,
]);
const EXTENSION = /\.(?:exe|com|dll|bin|mui|msc)$/;

export type SystemProgram = 'program' | 'interpreter';

/** Whether a file name (no folder) is that of a program of the system; extension, case and version do not matter. */
export function systemProgram(fileName: string): SystemProgram | undefined {
  const name = fileName
    .toLowerCase()
    .replace(/^[*?%]+|(?<![*%])[*%]+$/g, '')
    .replace(EXTENSION, '');
  const bare = PROGRAM_NAMES.has(name) ? name : name.replace(/(?<![\d.*?_-])[\d.*?_-]+$/, '');
  if (INTERPRETER_NAMES.has(bare)) return 'interpreter';
  return PROGRAM_NAMES.has(bare) ? 'program' : undefined;
}
