Feature: In-Car Remote Diagnostics for Technical Support, faults of the bus
  The wire misbehaves while the vehicle is read out: what can be read is read, what cannot is told.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled

  @RD-M1 @RD-M3 @RD-M4 @RD-G1 @needs-bit-faults
  Scenario: A control unit that has left the bus is named as the root
    Given Bob drives the luxury electric vehicle at 30 km/h
    When the controller of "BMS" goes bus-off
    Then a warning light or malfunction indicator appears on the dashboard
    When Bob stops and parks
    And Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    And technical support remotely accessed the on-board systems and performed detailed diagnostics
    And "BMS" is named as the root and listed as silent

  @RD-M3 @RD-M4 @RD-M5 @RD-Q2 @needs-plant-faults @needs-bit-faults
  Scenario: Interference during the read-out hides nothing
    Given Bob drives the luxury electric vehicle at 80 km/h
    And the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And interference inverts one bit in 5000 on the drive bus for 200 ms
    Then Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    When Alise closes the session as "follow-up"
    Then Bob receives real-time instructions, or a service appointment is scheduled
    And Bob is informed of the necessary next steps

  @RD-M4 @RD-M5 @RD-Q2 @needs-plant-faults @needs-bus-faults
  Scenario: Responses that come twice are read once
    Given Bob drives the luxury electric vehicle at 80 km/h
    And the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    And responses of "THM" come twice now and then
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    When Alise closes the session as "follow-up"
    Then Bob receives real-time instructions, or a service appointment is scheduled
    And Bob is informed of the necessary next steps

  @RD-M3 @RD-M4 @RD-M5 @RD-Q2 @needs-plant-faults @needs-bus-faults
  Scenario: A babbling idiot takes the bus during the read-out
    Given Bob drives the luxury electric vehicle at 80 km/h
    And the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And a node babbles on the drive bus for 3 s
    Then Alise receives the vehicle's diagnostic data, identifies the issue, and begins guiding Bob through troubleshooting steps
    When Alise closes the session as "follow-up"
    Then Bob receives real-time instructions, or a service appointment is scheduled
    And Bob is informed of the necessary next steps
