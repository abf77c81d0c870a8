/** Prints as JSON what Microsoft's manifest parser reads; it needs Node's own way of loading ES modules. */
import { OfficeAddinManifest } from 'office-addin-manifest';

process.stdout.write(JSON.stringify(await OfficeAddinManifest.readManifestFile(process.argv[2])));
