// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Picket",
  products: [
    .library(name: "Campaigns", targets: ["Campaigns"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
    .target(
      name: "Campaigns", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings)
  ],
  swiftLanguageModes: [.v6]
)
