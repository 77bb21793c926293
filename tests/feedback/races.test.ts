import { meeting } from '../support/meeting'
