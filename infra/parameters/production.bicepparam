using '../azure.bicep'

// The ids are examples: put the scheme's own in their place.
param environmentName = 'production'
param hostName = 'mentoring.example.nhs.uk'
param botDisplayName = 'Mentoring'
param tenants = [
  '3b0f6d1e-5c1a-4e0b-9a57-8d2f4c6e1a01'
  '8e47c2aa-91d4-4f3c-b6e0-27a9d5f0c302'
]
param tabClientId = '2f8b6a54-7d0e-4c59-9a3e-5c0d1f6b7e20'
param schemeFile = 'scheme.json'
param alarmAddresses = [
  'mentoring.operations@example.nhs.uk'
]
