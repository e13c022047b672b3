export { createThuliumSandbox } from './thulium/sandbox.ts'
export type { ThuliumSandbox } from './thulium/sandbox.ts'
export { thuliumDemoSeed } from './thulium/demo/demo-seed.ts'
export type { SystemConfig, ThuliumSeed } from './thulium/model/config.ts'
export type { ThuliumSwitches } from './thulium/model/switches.ts'
export { createEmpikPlaceSandbox } from './empikplace/sandbox.ts'
export type { EmpikPlaceOptions, EmpikPlaceSandbox } from './empikplace/sandbox.ts'
export { empikPlaceDemo } from './empikplace/demo/demo-ids.ts'
export { empikPlaceDemoSeed } from './empikplace/demo/demo-seed.ts'
export type {
  BuyerWrites,
  EmpikPlaceSeed,
  KeyInput,
  OperatorWrites,
  OrderInput,
  SellerWrites,
  ShopInput,
  Written,
} from './empikplace/model/inputs.ts'
export type { Fault, FaultRule, FaultRuleInput } from './kit/faults.ts'
