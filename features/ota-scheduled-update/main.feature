Feature: Over-the-Air Software Updates, main scenario with app and schedule
  Users can conveniently schedule updates or allow for automatic updates.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has an active account in the vehicle's companion app with permissions for software updates

  @OTS-M1U @OTS-M1S @OTS-M2U @OTS-M2S @OTS-M3U @OTS-M3S @OTS-M4U @OTS-M4S @OTS-M5U @OTS-M5S @OTS-Q1 @OTS-Q2 @OTS-Q3
  Scenario: Alice downloads now and installs now
    Given the manufacturer releases the update "full"
    Then Alice receives a notification on the vehicle's dashboard or her mobile app that a software update is available
    And the system presents details about the update, including version number, estimated download and installation time, and key features
    When Alice selects "Download Now" on the infotainment screen
    Then the system begins downloading the update, showing progress on the dashboard or app
    When the download completes
    And Alice selects "Install Now" on the infotainment screen
    Then the system verifies the download and prepares for installation
    When Alice confirms installation when prompted
    Then the system initiates installation, temporarily disabling non-essential vehicle features for safety
    And Alice sees a progress bar while she waits for the installation to complete
    And the system completes the update and notifies Alice that the vehicle software is now up to date
    And the vehicle's software is fully updated with the latest features, improvements, and security patches
    And the user receives a confirmation
    And all vehicle functions return to normal, with the new features accessible

  @OTS-G1 @OTS-M1U @OTS-M2U @OTS-M3U @OTS-M5S @OTS-Q1
  Scenario: Alice schedules the installation for the night
    Given the manufacturer releases the update "infotainment"
    And Alice has received the notification that a software update is available
    When Alice selects "Download Now" on the infotainment screen
    And the download completes
    And Alice selects "Schedule" on the infotainment screen
    And Alice leaves the vehicle with the ignition off
    Then the update is installed within the scheduled window
    And the system completes the update and notifies Alice that the vehicle software is now up to date

  @OTS-G1 @OTS-M1U @OTS-M1S @OTS-M2U @OTS-M2S
  Scenario: Alice starts the download from her mobile app
    Given the manufacturer releases the update "infotainment"
    Then Alice receives a notification on the vehicle's dashboard or her mobile app that a software update is available
    And the system presents details about the update, including version number, estimated download and installation time, and key features
    When Alice selects "Download Now" in the app
    Then the system begins downloading the update, showing progress on the dashboard or app
