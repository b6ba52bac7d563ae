/** Reading of zip files, for the one time that the library is unpacked. */
export { unzipSync } from 'fflate';
