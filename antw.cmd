@echo off
rem Builds emotionTransfer with nothing but a JDK 17 or newer: finds the JDK, then hands over to build-tools\Antw.java,
rem which fetches Ant and runs build_package.xml.
setlocal
set "ROOT=%~dp0."

if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
  set "ORIGIN=JAVA_HOME"
) else (
  set "JAVA="
  for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
  set "ORIGIN=the PATH"
)
if not defined JAVA (
  echo antw: no Java found; install a JDK 17 or newer and set JAVA_HOME, or put its bin folder on the PATH. 1>&2
  exit /b 1
)
if not exist "%JAVA%" (
  echo antw: %JAVA% does not exist; set JAVA_HOME to a JDK 17 or newer. 1>&2
  exit /b 1
)

set "VERSION="
set "HOME_DIR="
for /f "tokens=1,* delims==" %%A in ('call "%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version =" /c:"java.home ="') do call :property "%%A" "%%B"
set /a "NUMBER=VERSION" 2>nul
if not defined NUMBER set "NUMBER=0"
if %NUMBER% LSS 17 (
  echo antw: the Java of %ORIGIN% is version %VERSION%, but emotionTransfer needs a JDK 17 or newer; set JAVA_HOME to one. 1>&2
  exit /b 1
)
if not exist "%HOME_DIR%\bin\javac.exe" (
  echo antw: the Java %VERSION% of %ORIGIN% has no compiler ^(a JRE^); set JAVA_HOME to a JDK 17 or newer. 1>&2
  exit /b 1
)

"%HOME_DIR%\bin\java.exe" "%ROOT%\build-tools\Antw.java" "%ROOT%" %*
exit /b %ERRORLEVEL%

:property
for /f "tokens=1" %%N in (%1) do (
  if "%%N"=="java.specification.version" for /f "tokens=1 delims=. " %%V in (%2) do set "VERSION=%%V"
  if "%%N"=="java.home" for /f "tokens=*" %%V in (%2) do set "HOME_DIR=%%V"
)
exit /b 0
